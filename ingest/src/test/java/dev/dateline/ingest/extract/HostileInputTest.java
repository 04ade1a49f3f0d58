package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.ingest.text.Markup;
import dev.dateline.schemas.DeadLetterCode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No input takes long, takes much memory, or throws. */
class HostileInputTest {

  private static final String NEWS_ITEM =
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x'><contentMeta>"
          + "<headline>%s</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>"
          + "Some text.</inlineData></contentSet></newsItem>";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST_READING = Duration.ofSeconds(60);

  private final ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>"})
  void htmlOfDeeplyNestedElementsIsRead(String level) {
    String page = "<html><body>" + level.repeat(20_000) + "Words at the bottom of the well.";

    assertThat(extracted(inTime(page, "deep.html")).article().text())
        .isEqualTo("Words at the bottom of the well.");
  }

  /** What no page says its text in; the tree would be as deep all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"<svg>", "<a href=x>"})
  void htmlOfDeeplyNestedElementsWithoutTextIsRejected(String level) {
    String page = "<html><body>" + level.repeat(20_000) + "Words at the bottom of the well.";

    assertRejected(inTime(page, "deep.html"), DeadLetterCode.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<svg>", "<a href=x>"})
  void theTreeOfAPageIsNotDeep(String level) {
    assertThat(Markup.parse(level.repeat(1_000) + "Words.").getAllElements())
        .map(element -> element.parents().size())
        .allMatch(depth -> depth <= 256);
  }

  @Test
  void hugeAttributesAndManyAttributesAreRead() {
    String page =
        "<html><body><p class='"
            + "ad ".repeat(300_000)
            + "' "
            + "x ".repeat(100_000)
            + ">Text.</p>";

    assertThat(extracted(inTime(page, "wide.html")).article().text()).isEqualTo("Text.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!--", "<meta charset=", "<script>", "<![CDATA[", "&#", "</"})
  void repeatedOpeningsAreReadInLinearTime(String opening) {
    assertThat(inTime("<html>" + opening.repeat(200_000), "open.html"))
        .singleElement()
        .matches(item -> !isFault(item));
  }

  @Test
  void hugeNamesAndDeepBlocksBehindAHeadlineAreReadInLinearTime() {
    String author =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"%s\"}</script>"
            .formatted(",".repeat(1_000_000));
    String blocks =
        ("<div class='" + "lead ".repeat(2_000) + "'><b>").repeat(240) + "word ".repeat(200_000);

    String page = author + "<h1>A headline</h1>" + blocks + "<p>Some text.</p>";

    assertThat(extracted(inTime(page, "lead.html")).article().title()).isEqualTo("A headline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>By</p>",
        "<span class=date>1 May 2026</span>",
        "<b>x</b>",
        "<h1><a href=/x>By Jan Berg</a></h1>",
        "<h2 class=headline>One two three four</h2>",
        "<time datetime=2026-05-01>1 May</time>",
        "<em>Jan Berg</em>",
      })
  void manyShortTextsInAColumnAreReadInLinearTime(String one) {
    String head = "<title>Two three four five - News</title><div class='sidebar comments'><div>";

    assertThat(inTime(head + one.repeat(100_000), "column.html"))
        .singleElement()
        .matches(item -> !isFault(item));
  }

  /** A few levels of it as well: parsers of their own refuse none but the worst. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 29})
  void entitiesAreNotExpanded(int level) {
    StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE newsItem [");
    bomb.append("<!ENTITY e0 'boom'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
    }
    bomb.append("]>").append(NEWS_ITEM.formatted("A headline &e" + level + "; and more"));

    assertThat(extracted(inTime(bomb.toString(), "bomb.xml")).article().title())
        .isEqualTo("A headline and more");
  }

  @Test
  void externalEntitiesAreNotFetched(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "of what nobody may know");
    String xml =
        "<?xml version='1.0'?><!DOCTYPE newsItem [<!ENTITY f SYSTEM '"
            + secret.toUri()
            + "'>]>"
            + NEWS_ITEM.formatted("Headline &f; here");

    assertThat(extracted(inTime(xml, "xxe.xml")).article().title()).isEqualTo("Headline here");
  }

  /** Well-formed to its end: nothing but the depth is wrong with it. */
  @ParameterizedTest
  @CsvSource({
    "around, 400, 600",
    "inside, 90, 110",
    "markup, 400, 600",
    "around, 400, 100000",
    "inside, 90, 100000",
    "markup, 400, 100000"
  })
  void deepXmlIsRejected(String place, int fits, int tooDeep) {
    assertThat(inTime(xml(place, fits), "deep.xml")).singleElement().isInstanceOf(Extracted.class);
    assertRejected(inTime(xml(place, tooDeep), "deep.xml"), DeadLetterCode.UNREADABLE);
  }

  private static String xml(String place, int levels) {
    String open = "<group>".repeat(levels);
    String close = "</group>".repeat(levels);
    String item = "<newsItem>%s<contentSet><inlineXML>%s</inlineXML></contentSet></newsItem>";
    return switch (place) {
      case "around" -> open + NEWS_ITEM.formatted("A headline") + close;
      case "inside" -> item.formatted(open + close, "<p>Words.</p>");
      default -> item.formatted("", open + "Words." + close);
    };
  }

  /** Closed to its end, in a member that nobody reads: nothing but the bound is in its way. */
  @Test
  void deepJsonIsRejected() {
    assertThat(extracted(inTime(json("[".repeat(190), "]".repeat(190)), "deep.json"))).isNotNull();
    for (int levels : List.of(210, 100_000)) {
      String deep = json("[".repeat(levels), "]".repeat(levels));
      assertRejected(inTime(deep, "deep.json"), DeadLetterCode.UNREADABLE);
      assertRejected(inTime(deep + "\n", "deep.jsonl"), DeadLetterCode.UNREADABLE);
    }
  }

  private static String json(String open, String close) {
    return "{\"text\":\"Some words.\",\"x\":" + open + close + "}";
  }

  @Test
  void longNamesInJsonAreRejected() {
    assertThat(extracted(inTime(named(40_000), "name.json"))).isNotNull();
    assertRejected(inTime(named(60_000), "name.json"), DeadLetterCode.UNREADABLE);
  }

  private static String named(int length) {
    return "{\"text\":\"Some words.\",\"" + "n".repeat(length) + "\":1}";
  }

  /** The rest of the page still tells enough. */
  @ParameterizedTest
  @CsvSource({
    "150, 0, From the data",
    "210, 0, Words of the page itself.",
    "100000, 0, Words of the page itself.",
    "0, 5000, From the data",
    "0, 11000, Words of the page itself."
  })
  void dataThatIsTooDeepOrTooWideIsLeftOut(int levels, int siblings, String title) {
    String data =
        "[".repeat(levels + 1)
            + "{},".repeat(siblings)
            + "{\"@type\":\"NewsArticle\",\"headline\":\"From the data\"}"
            + "]".repeat(levels + 1);
    String page =
        "<script type='application/ld+json'>" + data + "</script><p>Words of the page itself.</p>";

    assertThat(extracted(inTime(page, "data.html")).article().title()).isEqualTo(title);
  }

  @Test
  void anEmptyFileIsRejected() {
    assertRejected(inTime("", "empty.txt"), DeadLetterCode.EMPTY);
    assertRejected(inTime(" \n\n ", "blank.txt"), DeadLetterCode.EMPTY);
  }

  @Test
  void binaryFilesAreRejectedWhateverTheirName() {
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);

    assertRejected(reader.read(noise, "noise.txt"), DeadLetterCode.UNREADABLE);
    assertRejected(reader.read("%PDF-1.7 ...".getBytes(UTF_8), "a.txt"), DeadLetterCode.UNREADABLE);
  }

  @Test
  void nulAndControlCharactersAndHalfSurrogatesAreCleaned() {
    Extracted text =
        extracted(inTime("Headline\0 here\n\nSome\u0001 text\0 follows it here.", "n.txt"));
    Extracted line =
        extracted(inTime("{\"text\":\"a\\u0000b\\ud800c \\u0001 \\ud83d\\ude00\"}", "n.jsonl"));

    assertThat(text.article().title()).isEqualTo("Headline here");
    assertThat(text.article().text()).isEqualTo("Some text follows it here.");
    assertThat(line.article().text()).isEqualTo("a\uFFFDb\uFFFDc \u0001 \uD83D\uDE00");
  }

  @Test
  void anEndlessStreamIsRejectedAtTheLimit() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'a');
            return length;
          }
        };

    try (ArticleStream stream = reader.read(endless, "-")) {
      Rejected rejected = (Rejected) stream.next();
      assertThat(rejected.code()).isEqualTo(DeadLetterCode.TOO_LARGE);
      assertThat(rejected.message()).contains("more than 10,000,000 bytes", "ingest.limit");
      assertThat(rejected.origin().head()).hasSizeLessThanOrEqualTo(Origin.HEAD_BYTES);
    }
  }

  @Test
  void aFileOverTheLimitIsNotRead(@TempDir Path folder) throws IOException {
    ArticleReader small = new ArticleReader(ExtractLimits.DEFAULT.withItemBytes(1_000));
    Path fits = Files.writeString(folder.resolve("fits.txt"), "a".repeat(1_000));
    Path large = Files.writeString(folder.resolve("large.txt"), "a".repeat(1_001));

    try (ArticleStream one = small.open(fits, "fits.txt");
        ArticleStream other = small.open(large, "large.txt")) {
      assertThat(one.next()).isInstanceOf(Extracted.class);
      Rejected rejected = (Rejected) other.next();
      assertThat(rejected.code()).isEqualTo(DeadLetterCode.TOO_LARGE);
      assertThat(rejected.message()).startsWith("The file has 1,001 bytes");
    }
  }

  @Test
  void damagedCopiesOfEveryFormatNeverThrow() {
    List<String> seeds =
        List.of(
            "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                + "[1,{}],\"author\":[null,7,{\"name\":[]}],\"image\":[]}</script></head><body><p>"
                + "A page with one paragraph of text.</p></body></html>",
            NEWS_ITEM.formatted("Headline"),
            "{\"uri\":\"x\",\"headlines\":[{\"value\":\"h\"}],\"bodies\":[{\"value\":\"<p>b</p>\"}]}",
            "{\"id\":\"1\",\"text\":\"words\",\"publishedAt\":\"2026-01-01\"}\n{\"text\":7}");
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = seeds.get(round % seeds.size()).getBytes(UTF_8);
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      assertThat(reader.read(cut, "x")).isNotEmpty().noneMatch(HostileInputTest::isFault);
    }
  }

  private static boolean isFault(Extraction item) {
    return item instanceof Rejected rejected && rejected.message().startsWith("The reader for");
  }

  /** By the time that the reader computes: one that waits for a busy machine is not slow. */
  private List<Extraction> inTime(String content, String name) {
    FutureTask<List<Extraction>> reading =
        new FutureTask<>(() -> reader.read(content.getBytes(UTF_8), name));
    Thread thread = new Thread(reading, "reading");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return reading.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        assertThat(Duration.ofNanos(THREADS.getThreadCpuTime(thread.getId())))
            .isLessThan(LONGEST_READING);
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Extracted extracted(List<Extraction> items) {
    assertThat(items).hasSize(1).first().isInstanceOf(Extracted.class);
    return (Extracted) items.get(0);
  }

  private static void assertRejected(List<Extraction> items, DeadLetterCode code) {
    assertThat(items)
        .singleElement()
        .isInstanceOfSatisfying(Rejected.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
