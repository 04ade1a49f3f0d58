package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InspectionTest {

  private static final String SENTENCE =
      "Пристанището на Варна отвори нов кей за зърно, съобщиха от пристанищната управа.";

  @Test
  void tellsTheCharsetOfTextThatDeclaresNone() {
    Inspection inspection =
        Inspection.of(SENTENCE.getBytes(Charset.forName("windows-1251")), "a.txt");

    assertThat(inspection).isEqualTo(new Inspection("text", "windows-1251", SENTENCE));
  }

  @Test
  void takesTheTextOfAPage() {
    String page = "<html><head><title>x</title></head><body><p>" + SENTENCE + "</p></body></html>";

    assertThat(Inspection.of(page.getBytes(UTF_8), "a"))
        .isEqualTo(new Inspection("html", "UTF-8", SENTENCE));
  }

  @Test
  void tellsWhatHoldsNoText() {
    assertThat(Inspection.of(new byte[0], "a.txt").kind()).isEqualTo("empty");
    assertThat(Inspection.of("%PDF-1.7".getBytes(UTF_8), "a.txt"))
        .isEqualTo(new Inspection("binary", null, ""));
  }

  @Test
  void takesTheWordsOfJsonAndXml() {
    String escaped =
        SENTENCE
            .chars()
            .mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
            .collect(Collectors.joining());
    String json =
        "{\"uri\":\"urn:n:1\",\"type\":\"text\",\"body_xhtml\":\"<p>" + escaped + "</p>\"}";
    String xml =
        "<?xml version='1.0'?><nitf><head><title>"
            + SENTENCE
            + "</title></head><n id='a'>x</n></nitf>";

    assertThat(text(json, "a.json")).isEqualTo(SENTENCE);
    assertThat(text(json + "\nno json\n" + json + "\n", "a.jsonl"))
        .isEqualTo(SENTENCE + "\n\n" + SENTENCE);
    assertThat(text(xml, "a.xml")).isEqualTo(SENTENCE);
    assertThat(text("null", "null.json")).isEmpty();
    assertThat(text("{\"text\": \"cut", "a.json")).isEmpty();
  }

  private static String text(String content, String name) {
    return Inspection.of(content.getBytes(UTF_8), name).text().strip();
  }
}
