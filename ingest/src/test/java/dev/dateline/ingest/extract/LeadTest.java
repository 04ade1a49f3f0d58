package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

  private static final String LEAD =
      "The council bought the old mill by the river, and wants to turn it into a school.";
  private static final String BODY =
      "<div class='text'><p>It will open in the spring of next year, said the mayor, if the roof is"
          + " mended by then and paid for, which is by no means certain at this time of the year.</p>"
          + "<p>Boat builders from all over the country have asked to be let in, and some of them have"
          + " already moved into the houses on the other side of the river with their families.</p></div>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<header><h1>Mill bought</h1><p>%s</p></header>",
        "<h1>Mill bought</h1><div class='teaser'><p>%s</p></div>",
        "<h1>Mill bought</h1><div class='entry-excerpt'>%s</div>",
        "<div><h1>Mill bought</h1><h2 class='subheadline'>%s</h2></div>",
        "<header><h1>Mill bought</h1></header><article class='post tag-mills'><p class='intro'>%s</p></article>",
      })
  void isReadWhereverAPageKeepsIt(String above) {
    assertThat(text(above.formatted(LEAD))).startsWith(LEAD + "\n\nIt will open");
  }

  @Test
  void isReadOnce() {
    assertThat(text("<h1>Mill bought</h1><p>" + LEAD + "</p>")).containsOnlyOnce(LEAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Mill bought</h1><div class='image-caption'>The old mill, as it was seen from the bridge on Sunday.</div>",
        "<h1>Mill bought</h1><ul><li>Three things that you should know before you buy a mill.</li></ul>",
        "<h1>Mill bought</h1><p class='byline'>By Ann Oar and Bob Sail, who live in a house by the river.</p>",
        "<h1>Mill bought</h1><div>Monday, 2 November 2026, 08:00 and updated at 10:30, Ann Oar</div>",
        "<h1>Mill bought</h1><p><a href='/x'>More about mills and rivers in this part of the country.</a></p>",
      })
  void isNothingElseThatStandsThere(String above) {
    assertThat(text(above)).startsWith("It will open");
  }

  private static String text(String above) {
    String html = "<html><title>Mill bought</title><body>%s%s</body></html>".formatted(above, BODY);
    return Reading.article(html, "page.html").text();
  }
}
