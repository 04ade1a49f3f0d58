package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Extraction.Rejected;
import dev.dateline.schemas.DeadLetterCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

  private static final String FULL =
      "{\"id\": \" a-1 \", \"url\": \"HTTPS://Boat.example/mill\", \"source\": \"The Boat\","
          + " \"title\": \"Town  buys mill\", \"text\": \" One.\\n\\n\\nTwo. \","
          + " \"language\": \"en\", \"publishedAt\": \"2026-11-02T09:00:00+01:00\"}";

  @Test
  void allFieldsAreReadAndIdTitleAndTextStayToTheLetter() {
    ExtractedArticle article = Reading.article(FULL, "a.jsonl");

    assertThat(article.givenId()).isEqualTo(" a-1 ");
    assertThat(article.title()).isEqualTo("Town  buys mill");
    assertThat(article.text()).isEqualTo(" One.\n\n\nTwo. ");
    assertThat(article.url()).isEqualTo("https://boat.example/mill");
    assertThat(article.publisher()).isEqualTo("The Boat");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.ndjson", "-", "a.json"})
  void linesAreToldFromOneDocumentByTheirContent(String name) {
    assertThat(Reading.all(FULL + "\n" + FULL + "\n", name)).hasSize(2);
  }

  @Test
  void aPrettyPrintedObjectIsOneDocument() {
    assertThat(Reading.article("{\n  \"text\": \"One {brace}.\"\n}\n", "-").text())
        .isEqualTo("One {brace}.");
  }

  @Test
  void aBadLineCostsItselfAlone() {
    List<Extraction> items =
        Reading.all(
            "{\"text\":\"One.\"}\n\nnot json\n{\"text\":7}\n[1]\n{\"text\":\"\"}\n{\"text\":\"Cut"
                + "\n{\"text\":\"Eight.\"}",
            "a.jsonl");

    assertThat(items)
        .filteredOn(Rejected.class::isInstance)
        .extracting(item -> ((Rejected) item).message().split("[ ,]")[1])
        .containsExactly("3", "4", "5", "6", "7");
    assertThat(items)
        .filteredOn(Extracted.class::isInstance)
        .extracting(item -> item.origin().item().getAsInt())
        .containsExactly(0, 7);
  }

  @Test
  void aLineInAnotherCharsetIsReadToo() {
    byte[] bytes =
        "{\"text\":\"Министрите обсъдиха новия закон за горите и решиха да отложат гласуването.\"}\n"
            .getBytes(Charset.forName("windows-1251"));

    List<Extraction> items = new ArticleReader(ExtractLimits.DEFAULT).read(bytes, "a.jsonl");

    assertThat(Reading.article(items).text()).startsWith("Министрите обсъдиха");
    assertThat(items.get(0).origin().charset()).isEqualTo("windows-1251");
  }

  @Test
  void aLineOverTheLimitIsPassedAndTheNextIsRead() {
    ArticleReader small = new ArticleReader(ExtractLimits.DEFAULT.withItemBytes(1_000));
    String text = "{\"text\":\"" + "a".repeat(100_000) + "\"}\n{\"text\":\"Two.\"}\n";

    List<Extraction> items = small.read(text.getBytes(UTF_8), "a.jsonl");

    assertThat(items).hasSize(2);
    Rejected rejected = (Rejected) items.get(0);
    assertThat(rejected.code()).isEqualTo(DeadLetterCode.TOO_LARGE);
    assertThat(rejected.message()).startsWith("Line 1 has 100,011 bytes");
    assertThat(rejected.origin().head()).hasSize(1_000);
    assertThat(((Extracted) items.get(1)).article().text()).isEqualTo("Two.");
  }

  @Test
  void aLongStreamIsReadLineByLine() throws IOException {
    byte[] line = ("{\"text\":\"" + "Words. ".repeat(2_000) + "\"}\n").getBytes(UTF_8);
    Enumeration<InputStream> lines =
        Collections.enumeration(
            IntStream.range(0, 2_000)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(line))
                .toList());

    int read = 0;
    try (ArticleStream items =
        new ArticleReader(ExtractLimits.DEFAULT).read(new SequenceInputStream(lines), "-")) {
      while (items.hasNext()) {
        assertThat(items.next()).isInstanceOf(Extracted.class);
        read++;
      }
    }

    assertThat(read).isEqualTo(2_000); // 28 MB, of which one line is held at a time
  }
}
