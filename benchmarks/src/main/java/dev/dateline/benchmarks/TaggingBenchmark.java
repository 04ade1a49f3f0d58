package dev.dateline.benchmarks;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.knowledge.MediaTopics;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.stage.keyphrase.Keyphrases;
import dev.dateline.enrich.stage.language.LanguageIdentifier;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import dev.dateline.enrich.stage.topic.TopicClassifier;
import dev.dateline.enrich.stage.topic.TopicResult;
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
  private int next;
  private FastTagger tagger = FastTagger.load();
  private LanguageIdentifier languages = LanguageIdentifier.load();
  private TopicClassifier topics = TopicClassifier.load(MediaTopics.load());
  private FastNames names = FastNames.load(new Gazetteer(Knowledge.load()));
  private LanguageDetectorME openNlp = openNlp();
  private BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

  /** Reads the articles. */
  @Setup
  public void read() throws IOException {
    articles = CyrillicArticles.read(Path.of(examples));
  }

  private static LanguageDetectorME openNlp() {
    try (InputStream model = LanguageDetectorME.class.getResourceAsStream("/langdetect-183.bin")) {
      return new LanguageDetectorME(new LanguageDetectorModel(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document article() {
    next = next + 1 == articles.size() ? 0 : next + 1;
    return articles.get(next);
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
