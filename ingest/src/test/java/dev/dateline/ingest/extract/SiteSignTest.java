package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteSignTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Bridge closes | Local | Herald; <h1>Herald</h1><h2>Bridge closes</h2>; Bridge closes",
        "Bridge closes - Herald; <h1>HERALD</h1><h2>Bridge closes</h2>; Bridge closes",
        // a kicker over the headline is no headline under a sign
        "Politics in town | Bridge closes; <h2>Politics in town</h2><h1>Bridge closes</h1>; Bridge closes",
        "Local | Bridge closes; <h1>Bridge closes</h1><h2>Local</h2>; Bridge closes",
      })
  void isNotTheTitleOfTheArticle(String title, String headings, String expected) {
    String page =
        "<title>%s</title><body>%s<p>The town has closed the old bridge over the river.</p>";

    assertThat(
            Reading.article("<!doctype html>" + page.formatted(title, headings), "p.html").title())
        .isEqualTo(expected);
  }
}
