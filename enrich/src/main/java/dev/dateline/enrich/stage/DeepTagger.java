package dev.dateline.enrich.stage;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.model.EncoderFiles;
import dev.dateline.enrich.model.EncoderSource;
import dev.dateline.enrich.model.ModelFolder;
import dev.dateline.enrich.stage.deep.DeepHeads;
import dev.dateline.enrich.stage.deep.DeepNames;
import dev.dateline.enrich.stage.deep.EncodedText;
import dev.dateline.enrich.stage.deep.Encoder;
import dev.dateline.enrich.stage.deep.TextEncoder;
import dev.dateline.enrich.stage.deep.TokenBudget;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.name.NameRecognizer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.name.NameUnion;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.TopicMixture;
import dev.dateline.enrich.stage.topic.TopicResult;
import dev.dateline.enrich.stage.topic.TopicWords;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tagger that reads title, lead and as much of the body as a budget allows with a multilingual
 * encoder, where that is better for a language; the rest of the body, and other languages, are left
 * to the fast tagger. Some ten title-and-leads a second on two cores.
 */
public final class DeepTagger implements Tagger, AutoCloseable {

  private static final String VERSION = "deep-1";

  private final SharedStages stages;
  private final FastTagger fast;
  private final MediaTopics mediaTopics;
  private final Encoder encoder;
  private final TextEncoder reader;
  private final DeepHeads heads;
  private final DeepNames names;

  private DeepTagger(
      Encoder encoder, DeepHeads heads, MediaTopics mediaTopics, SharedStages stages) {
    this.stages = stages;
    this.fast = new FastTagger(stages);
    this.mediaTopics = mediaTopics;
    this.encoder = encoder;
    this.reader = new TextEncoder(encoder);
    this.heads = heads;
    this.names =
        new DeepNames(heads.names(), stages.namesByWords(), FastNames.lists(stages.gazetteer()));
  }

  /**
   * The tagger with the heads that ship and the encoder in a folder of models, over a knowledge
   * base.
   *
   * @param models such as {@code .dateline/models}
   * @param threads that tagging one document uses, 1 or more
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where the encoder is missing or broken
   */
  public static DeepTagger load(Path models, int threads, Knowledge knowledge) {
    EncoderFiles files = new ModelFolder(models).open(EncoderSource.MBERT);
    try {
      return new DeepTagger(
          Encoder.open(files, threads),
          DeepHeads.load(),
          MediaTopics.load(),
          SharedStages.over(knowledge));
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "The model in "
              + files.graph().getParent()
              + " cannot be used: "
              + e.getMessage()
              + ". Delete that folder and run 'dateline model fetch'.",
          e);
    }
  }

  /** Whether a folder of models has the encoder. */
  public static boolean isIn(Path models) {
    return new ModelFolder(models).has(EncoderSource.MBERT);
  }

  /** Shares the encoder with this one, which closes it. */
  @Override
  public Tagger corrected(Corrections corrections) {
    return new DeepTagger(encoder, heads, mediaTopics, stages.corrected(corrections));
  }

  @Override
  public Tags tag(Document document) {
    return tag(document, 0);
  }

  @Override
  public Tags tag(Document document, long waiting) {
    return tagWithin(document, TokenBudget.of(waiting));
  }

  /**
   * The tags of a document.
   *
   * @param budget pieces of words; once so many are read no further sentence is begun
   */
  public Tags tagWithin(Document document, int budget) {
    LanguageGuess language = stages.language(document);
    boolean deepNames = heads.namesBetter(language.tag());
    boolean deepTopics = heads.knowsTopics(language.tag());
    if (!deepNames && !deepTopics) {
      return fast.tag(document, language);
    }
    ReadDocument read = ReadDocument.of(document, language);
    List<EncodedText> encoded = reader.read(List.of(read.title(), read.text()), budget);
    List<StageVersion> versions = new ArrayList<>();
    String version = VERSION + "+" + budget;
    if (deepNames) {
      versions.add(new StageVersion("names", version));
    }
    if (!deepNames || encoded.get(1).covered() < read.text().size()) {
      versions.add(FastTagger.NAMES);
    }
    if (deepTopics) {
      versions.add(new StageVersion("topics", version));
    }
    versions.add(FastTagger.TOPICS);
    return stages.tags(
        read,
        subjects(document, read.words(), encoded, language),
        names(encoded.get(0), language, deepNames),
        names(encoded.get(1), language, deepNames),
        versions);
  }

  /**
   * The subjects of a document as {@link #tagWithin} finds them, before its entities complete them.
   *
   * @param budget pieces of words that the encoder reads of it
   */
  public TopicResult subjects(Document document, int budget) {
    LanguageGuess language = stages.language(document);
    List<Tokens> parts =
        heads.knowsTopics(language.tag())
            ? List.of(Tokens.of(document.title()), Tokens.of(document.text()))
            : List.of();
    return subjects(document, TopicWords.of(document), reader.read(parts, budget), language);
  }

  private TopicResult subjects(
      Document document, TopicWords words, List<EncodedText> encoded, LanguageGuess language) {
    TopicResult byWords = stages.subjects(document, words);
    return heads.knowsTopics(language.tag())
        ? TopicMixture.of(
            byWords,
            heads.topics().shares(encoded, language.tag()),
            TopicMixture.power(words.size()),
            mediaTopics)
        : byWords;
  }

  /**
   * The names of single texts, as {@link #tagWithin} finds them.
   *
   * @param budget pieces of words that the encoder reads of a text
   */
  public NameRecognizer names(int budget) {
    return (text, language) ->
        names(
            reader.read(List.of(Tokens.of(text)), budget).get(0),
            language,
            heads.namesBetter(language.tag()));
  }

  /**
   * Names of the encoder and of the knowledge base as far as the encoder has read, and those of the
   * fast tagger behind that.
   */
  private List<NameSpan> names(EncodedText read, LanguageGuess language, boolean deep) {
    Tokens tokens = read.tokens();
    if (!deep || read.covered() == 0) {
      return stages.names(tokens, language);
    }
    List<NameSpan> found =
        NameUnion.of(names.recognize(read, language), stages.knownNames(tokens, language));
    if (read.covered() == tokens.size()) {
      return found;
    }
    int end = tokens.start(read.covered());
    return Stream.concat(
            found.stream().filter(name -> name.span().end() <= end),
            stages.names(tokens, language).stream().filter(name -> name.span().start() >= end))
        .toList();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
