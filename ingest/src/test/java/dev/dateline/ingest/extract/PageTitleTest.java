package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTitleTest {

  private static final String HEADLINE = "Town buys old mill";

  @Test
  void takesOffTheNameOfTheSiteAlsoWhereThatHasASeparatorInIt() {
    List<String> sites = List.of("The Boat - News of the coast");

    assertThat(of(HEADLINE + " - The Boat - News of the coast", sites)).isEqualTo(HEADLINE);
    assertThat(of("The Boat - News of the coast - " + HEADLINE, sites)).isEqualTo(HEADLINE);
  }

  @Test
  void takesOffWhatIsNoHeadlineOfTheArticleButTheSignOfTheSite() {
    String page =
        "<title>"
            + HEADLINE
            + " - The Boat, daily</title><h1><a href='/'>The Boat, daily</a></h1>"
            + "<p>The council of the town decided on Monday to buy the old mill.</p>";

    assertThat(Reading.article(page, "a.html").title()).isEqualTo(HEADLINE);
  }

  private static String of(String title, List<String> sites) {
    return PageTitle.of(title, List.of(), sites);
  }
}
