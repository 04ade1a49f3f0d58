package dev.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
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
}
