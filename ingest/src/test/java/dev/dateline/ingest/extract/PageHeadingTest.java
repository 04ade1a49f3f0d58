package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>The Boat</h1><h2>Town buys old mill by the river</h2>",
        "<h1 class='logo'>News of the coast</h1><h2>Town buys old mill by the river</h2><h2>Other news</h2>",
        "<h1><a href='/'>All the news</a></h1><h3 class=t>Town buys old mill by the river</h3>",
        "<h1><span class='kicker'>River</span> Town buys old mill by the river</h1>",
        "<h1><small>Work</small> <span>Town buys old mill by the river</span></h1>",
        "<div class='comments'><h2>Town buys old mill by the river !</h2></div>"
            + "<h1>Town buys old mill by the river</h1>",
      })
  void findsTheHeadingThatTheTitlesTell(String body) {
    assertThat(of(body, "Town buys old mill by the river - The Boat"))
        .isEqualTo("Town buys old mill by the river");
  }

  @Test
  void believesWhatIsShownRatherThanWhatIsWrittenForSearchEngines() {
    assertThat(
            of(
                "<h1>A mill for the town at last</h1><h2>More of this</h2>",
                "Old mill bought: what you must know",
                "Mill, town, river"))
        .isEqualTo("A mill for the town at last");
  }

  @Test
  void findsNoneWhereNoHeadingIsLikeATitle() {
    assertThat(of("<h2>Weather</h2><h2>Sport</h2>", "Town buys old mill - The Boat")).isNull();
  }

  private static String of(String body, String... titles) {
    return PageHeading.of(Markup.parse(body), List.of(titles), "The Boat").orElse(null);
  }
}
