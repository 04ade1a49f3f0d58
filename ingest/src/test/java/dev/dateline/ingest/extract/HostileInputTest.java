package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.schemas.DeadLetterCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input takes long, takes much memory, or throws. */
class HostileInputTest {

  private static final String NEWS_ITEM =
      "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x'><contentMeta>"
          + "<headline>%s</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>"
          + "Some text.</inlineData></contentSet></newsItem>";

  private final ArticleReader reader = new ArticleReader(ExtractLimits.DEFAULT);

  @Test
  void htmlOfAHundredThousandLevelsIsRead() {
    String page = "<html><body>" + "<div>".repeat(100_000) + "Words at the bottom of the well.";

    assertThat(inTime(page, "deep.html")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<table><tr><td>", "<ul><li>", "<svg>", "<a href=x>"})
  void htmlOfDeeplyNestedElementsOfEveryKindIsRead(String level) {
    String page = "<html><body>" + level.repeat(20_000) + "Words at the bottom of the well.";

    List<Extraction> items = inTime(page, "deep.html");

    assertThat(items).hasSize(1);
  }

  @Test
  void hugeAttributesAndManyAttributesAreRead() {
    String page =
        "<html><body><p class='"
            + "ad ".repeat(300_000)
            + "' "
            + "x ".repeat(100_000)
            + ">Text.</p>";

    assertThat(inTime(page, "wide.html")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!--", "<meta charset=", "<script>", "<![CDATA[", "&#", "</"})
  void repeatedOpeningsAreReadInLinearTime(String opening) {
    assertThat(inTime("<html>" + opening.repeat(200_000), "open.html")).hasSize(1);
  }

  @Test
  void hugeNamesAndDeepBlocksBehindAHeadlineAreReadInLinearTime() {
    String author =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"%s\"}</script>"
            .formatted(",".repeat(1_000_000));
    String blocks =
        ("<div class='" + "lead ".repeat(2_000) + "'><b>").repeat(240) + "word ".repeat(200_000);

    assertThat(inTime(author + "<h1>A headline</h1>" + blocks + "<p>Some text.</p>", "lead.html"))
        .hasSize(1);
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

    assertThat(inTime(head + one.repeat(100_000), "column.html")).hasSize(1);
  }

  @Test
  void entitiesAreNotExpanded() {
    StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE newsItem [");
    bomb.append("<!ENTITY e0 'boom'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
    }
    bomb.append("]>").append(NEWS_ITEM.formatted("A headline &e29; and more"));

    List<Extraction> items = inTime(bomb.toString(), "bomb.xml");

    assertThat(items).hasSize(1);
    assertThat(items.toString()).doesNotContain("boom");
  }

  @Test
  void externalEntitiesAreNotFetched() {
    String xml =
        "<?xml version='1.0'?><!DOCTYPE newsItem [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
            + NEWS_ITEM.formatted("Headline &f;");

    assertThat(inTime(xml, "xxe.xml").toString()).doesNotContain("root:");
  }

  @Test
  void deepXmlIsRejected() {
    String xml = "<newsItem><contentSet><inlineXML>" + "<div>".repeat(100_000);

    assertRejected(inTime(xml, "deep.xml"), DeadLetterCode.UNREADABLE);
  }

  @Test
  void deepJsonIsRejected() {
    assertRejected(
        inTime("{\"text\":" + "[".repeat(100_000), "deep.json"), DeadLetterCode.UNREADABLE);
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

  private List<Extraction> inTime(String content, String name) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> reader.read(content.getBytes(UTF_8), name));
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
