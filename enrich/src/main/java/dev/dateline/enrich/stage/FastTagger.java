package dev.dateline.enrich.stage;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.stage.dateline.DatelineReader;
import dev.dateline.enrich.stage.keyphrase.Keyphrases;
import dev.dateline.enrich.stage.language.LanguageIdentifier;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.GeographicFocus;
import dev.dateline.enrich.stage.link.Linker;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.EntityEvidence;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicResult;
import java.util.List;

/**
 * The tagger for every article: linear models over words and a gazetteer, whole bodies, about a
 * thousand articles a second on one core.
 */
public final class FastTagger implements Tagger {

  private final Knowledge knowledge;
  private final LanguageIdentifier languages;
  private final FastNames names;
  private final Linker linker;
  private final GeographicFocus focus;
  private final TopicClassifier topics;
  private final EntityEvidence entityEvidence;
  private final List<StageVersion> versions;

  private FastTagger(
      LanguageIdentifier languages,
      TopicClassifier topics,
      EntityEvidence entityEvidence,
      FastNames names,
      Gazetteer gazetteer) {
    this.knowledge = gazetteer.knowledge();
    this.languages = languages;
    this.names = names;
    this.linker = new Linker(gazetteer);
    this.focus = new GeographicFocus(knowledge);
    this.topics = topics;
    this.entityEvidence = entityEvidence;
    this.versions =
        List.of(
            new StageVersion("language", "fast-1"),
            new StageVersion("names", "fast-1"),
            new StageVersion("knowledge", knowledge.version()),
            new StageVersion("topics", "fast-1"));
  }

  /** The tagger with the models and the knowledge that ship with Dateline. */
  public static FastTagger load() {
    return over(Knowledge.load());
  }

  /** The tagger with the models that ship with Dateline, over this knowledge. */
  public static FastTagger over(Knowledge knowledge) {
    Gazetteer gazetteer = new Gazetteer(knowledge);
    MediaTopics mediaTopics = MediaTopics.load();
    return new FastTagger(
        LanguageIdentifier.load(),
        TopicClassifier.load(mediaTopics),
        EntityEvidence.load(mediaTopics),
        FastNames.load(gazetteer),
        gazetteer);
  }

  @Override
  public Tagger corrected(Corrections corrections) {
    Gazetteer gazetteer = new Gazetteer(knowledge.corrected(corrections));
    return new FastTagger(languages, topics, entityEvidence, names.with(gazetteer), gazetteer);
  }

  @Override
  public Tags tag(Document document) {
    LanguageGuess language = languages.identify(document);
    Tokens title = Tokens.of(document.title());
    Tokens text = Tokens.of(document.text());
    List<NamedEntity> entities =
        linker.link(
            document, names.recognize(title, language), names.recognize(text, language), language);
    TopicResult subjects = entityEvidence.complete(topics.classify(document), entities);
    return new Tags(
        language,
        subjects.topics(),
        subjects.subjectScores(),
        entities,
        DatelineReader.read(document.text()),
        Keyphrases.of(title, text, language.tag()),
        focus.of(entities, text, language.tag()),
        versions);
  }
}
