package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDateTest {

  private static final Instant DAY = Instant.parse("2026-05-03T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var a = {\"datePublished\": \"2026-05-03\"</script>",
        "<abbr class='published' title='2026-05-03'>gestern</abbr>",
        "<p class='meta'>von Jan Berg | 03.05.2026 | Hafen</p>",
        "<span id='datum'>3. Mai 2026</span>",
        "<div><h1>Ein Kai</h1><p>Varna, 3 May 2026. The port opens.</p></div>",
        "<p class='info'>2026年5月3日</p>",
      })
  void findsTheDayThatAPageShows(String page) {
    assertThat(PageDate.of(Markup.parse(page), null)).contains(DAY);
  }

  @Test
  void takesTheDayOfTheAddress() {
    assertThat(PageDate.of(Markup.parse("<p>x"), "https://a.example/2026/05/03/quay"))
        .contains(DAY);
    assertThat(PageDate.of(Markup.parse("<p>x"), "https://a.example/2026/15/03/quay")).isEmpty();
  }

  @Test
  void passesOverTheDaysOfComments() {
    assertThat(
            PageDate.of(
                Markup.parse("<div class='comment-list'><time>2026-05-03</time></div>"), null))
        .isEmpty();
  }
}
