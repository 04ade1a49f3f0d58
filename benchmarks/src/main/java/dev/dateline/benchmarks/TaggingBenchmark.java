package dev.dateline.benchmarks;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.stage.DatelineLine;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.stage.dateline.DatelineReader;
import dev.dateline.enrich.stage.keyphrase.Keyphrases;
import dev.dateline.enrich.stage.language.LanguageIdentifier;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.link.GeographicFocus;
import dev.dateline.enrich.stage.link.Linker;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.NarrowerTopics;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicResult;
import dev.dateline.enrich.stage.topic.TopicWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The fast tagger on {@link CyrillicArticles}, all stages and some by themselves, on one thread,
 * beside two peers: OpenNLP's language detector alone, and a pass of ICU that does no more than
 * find the words.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class TaggingBenchmark {

  /** The folder {@code training/examples}; the benchmark runs in the repository's root. */
  @Param("training/examples")
  public String examples = "training/examples";

  private List<Document> articles = List.of();
  private List<TaggedArticle> tagged = List.of();
  private int next;
  private FastTagger tagger = FastTagger.load();
  private LanguageIdentifier languages = LanguageIdentifier.load();
  private TopicClassifier topics = TopicClassifier.load(MediaTopics.load());
  private NarrowerTopics narrowerTopics = NarrowerTopics.load(MediaTopics.load());
  private Gazetteer gazetteer = new Gazetteer(Knowledge.load());
  private FastNames names = FastNames.load(gazetteer);
  private Linker linker = new Linker(gazetteer);
  private GeographicFocus focus = new GeographicFocus(gazetteer.knowledge());
  private LanguageDetectorME openNlp = openNlp();
  private BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

  /** What other stages say of an article, for a stage that builds on it. */
  private record TaggedArticle(
      Document document,
      LanguageGuess language,
      Tokens text,
      TopicWords words,
      List<NameSpan> titleNames,
      List<NameSpan> textNames,
      Tags tags) {}

  /** Reads the articles. */
  @Setup
  public void read() throws IOException {
    articles = CyrillicArticles.read(Path.of(examples));
    tagged = articles.stream().map(this::tagged).toList();
  }

  private TaggedArticle tagged(Document article) {
    LanguageGuess language = languages.identify(article);
    Tokens text = Tokens.of(article.text());
    return new TaggedArticle(
        article,
        language,
        text,
        TopicWords.of(article),
        names.recognize(article.title(), language),
        names.recognize(text, language),
        tagger.tag(article));
  }

  private static LanguageDetectorME openNlp() {
    try (InputStream model = LanguageDetectorME.class.getResourceAsStream("/langdetect-183.bin")) {
      return new LanguageDetectorME(new LanguageDetectorModel(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document article() {
    return articles.get(next());
  }

  private int next() {
    next = next + 1 == articles.size() ? 0 : next + 1;
    return next;
  }

  /** All stages: much code, which takes long to be compiled to the end. */
  @Benchmark
  @Warmup(iterations = 8, time = 8)
  public Tags allStages() {
    return tagger.tag(article());
  }

  /** Language identification by itself. */
  @Benchmark
  public LanguageGuess language() {
    return languages.identify(article());
  }

  /** Topics by themselves. */
  @Benchmark
  public TopicResult topics() {
    return topics.classify(article());
  }

  /** The name tagger and the gazetteer by themselves. */
  @Benchmark
  public List<NameSpan> names() {
    return names.recognize(article().text(), new LanguageGuess("bg", 1));
  }

  /** Tokens by themselves. */
  @Benchmark
  public Tokens tokens() {
    return Tokens.of(article().text());
  }

  /** Keyphrases by themselves, tokens included. */
  @Benchmark
  public List<String> keyphrases() {
    Document article = article();
    return Keyphrases.of(Tokens.of(article.title()), Tokens.of(article.text()), "bg");
  }

  /** Linking and base forms by themselves, the names given. */
  @Benchmark
  public List<NamedEntity> linking() {
    TaggedArticle article = tagged.get(next());
    return linker.link(
        article.document(), article.titleNames(), article.textNames(), article.language());
  }

  /** Topics of the second level by themselves, the subjects given. */
  @Benchmark
  public TopicResult narrowerTopics() {
    TaggedArticle article = tagged.get(next());
    Tags tags = article.tags();
    return narrowerTopics.complete(
        new TopicResult(tags.topics(), tags.subjectScores()), article.words());
  }

  /** Dateline and geographic focus by themselves, the entities given. */
  @Benchmark
  public List<String> places() {
    TaggedArticle article = tagged.get(next());
    DatelineLine line = DatelineReader.read(article.document().text());
    return line == null
        ? focus.of(article.tags().entities(), article.text(), article.language().tag())
        : List.of();
  }

  /** Peer: OpenNLP's language detector, alone. */
  @Benchmark
  public Language peerOpenNlpLanguage() {
    return openNlp.predictLanguage(article().text());
  }

  /** Peer: ICU's word breaks, alone. */
  @Benchmark
  public int peerIcuWords() {
    words.setText(article().text());
    int count = 0;
    while (words.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
