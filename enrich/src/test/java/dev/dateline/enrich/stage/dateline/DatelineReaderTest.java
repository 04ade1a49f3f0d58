package dev.dateline.enrich.stage.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.DatelineLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          /Балкански вестник/ Нова линия тръгна.                 | Балкански вестник | -
          WARSAW (Vistula News) - The parliament voted.          | Vistula News      | WARSAW
          Berlin (dpa) - Der Bundestag stimmt ab.                | dpa               | Berlin
          SOFIA, June 3 (BTA) -- The bridge opened.              | BTA               | SOFIA
          CORK, Ireland (Lee Valley Post) - A boat returned.     | Lee Valley Post   | CORK
          (ANSA) - ROMA, 3 GIU - Il ponte riapre.                | ANSA              | ROMA
          Москва. 5 июля. ВОЛГА.РУ - Мост открыт.                | ВОЛГА.РУ          | Москва
          КАЗАНЬ, 3 июл — Волга Пресс. Мост открыт.              | Волга Пресс       | КАЗАНЬ
          VARNA - The port opened.                               | -                 | VARNA
          长江社北京3月4日电 大桥通车。                             | 长江社             | 北京
          ΠΕΙΡΑΙΑΣ (Αιγαίο Ειδήσεις) - Τα πλοία έμειναν δεμένα.  | Αιγαίο Ειδήσεις   | ΠΕΙΡΑΙΑΣ
          """)
  void readsTheFormsOfAgencies(String text, String source, String place) {
    DatelineLine line = DatelineReader.read(text);

    assertThat(line).isNotNull();
    assertThat(line.source()).isEqualTo(source);
    assertThat(line.place()).isEqualTo(place);
    assertThat(text).startsWith(line.span().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "/",
        "The minister - a former judge - resigned on Monday.",
        "Сутринта се случи нещо – и никой не го видя.",
        "Sofia is large - Varna is not.",
        "24/7 service starts in the city",
        "(see page 3) and more",
        "((((((((((((((((((",
      })
  void leavesOrdinaryOpeningsAlone(String text) {
    assertThat(DatelineReader.read(text)).isNull();
  }

  @Test
  void looksAtTheHeadOnly() {
    String hostile = "A, ".repeat(2_000_000) + "(X) - ";

    assertThat(DatelineReader.read(hostile)).isNull();
  }
}
