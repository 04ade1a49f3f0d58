package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignPartsTest {

  private static final String TEXT = "The council has bought the old mill by the river.";
  private static final String OTHER =
      "<p>We and our partners store and access information on a device, such as unique identifiers,"
          + " and process personal data for advertising, its measurement and the insights that we"
          + " and they win from it.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id='onetrust-consent-sdk'><div id='onetrust-banner-sdk'>",
        "<div id='CybotCookiebotDialog'>",
        "<div id='didomi-host'>",
        "<div class='qc-cmp2-container'>",
        "<div id='usercentrics-root'>",
        "<div id='sp_message_container_1017'>",
        "<section id='comments'>",
      })
  void areNoTextOfAShortArticle(String start) {
    String page = "<body><h1>Town buys mill</h1><p>%s</p>%s%s%s";

    assertThat(Reading.article(page.formatted(TEXT, start, OTHER, OTHER), "p.html").text())
        .isEqualTo(TEXT);
  }

  @Test
  void areNoneWhereTheHeadlineStandsInThem() {
    String page = "<body><div id='comments'><h1>Town buys mill</h1><p>%s</p></div>";

    assertThat(Reading.article(page.formatted(TEXT), "p.html").text()).isEqualTo(TEXT);
  }
}
