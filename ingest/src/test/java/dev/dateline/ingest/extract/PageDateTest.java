package dev.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.text.Markup;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.Document;
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
        "<p>3.5.2026</p><h1>Ein Kai</h1><p>Der Hafen wird größer.</p>",
        "<h1>Ein Kai</h1><p>03.05.2026 - Am Sonntag wurde der neue Kai des Hafens eröffnet, auf den die"
            + " Stadt zehn Jahre lang gewartet hat.</p>",
        "<div><p>Ohne Titel</p><p>Zuletzt aktualisiert am 3. Mai 2026</p></div>",
      })
  void findsTheDayThatAPageShows(String page) {
    Document parsed = Markup.parse(page);

    assertThat(PageDate.marked(parsed, null).or(() -> PageDate.shown(parsed, null)))
        .map(Dating::instant)
        .contains(DAY);
  }

  @Test
  void takesTheDayOfTheAddress() {
    assertThat(ofAddress("https://a.example/2026/05/03/quay")).contains(DAY);
    assertThat(ofAddress("https://a.example/2026/5/3/quay")).contains(DAY);
    assertThat(ofAddress("https://a.example/news-20260503.html")).isEmpty();
    assertThat(ofAddress("https://a.example/20260503/quay")).contains(DAY);
    assertThat(ofAddress("https://a.example/2026/15/03/quay")).isEmpty();
  }

  @Test
  void passesOverTheDaysOfComments() {
    Document page =
        Markup.parse("<h1>A</h1><div class='comment-list'><time>2026-05-03</time></div>");

    assertThat(PageDate.marked(page, null)).isEmpty();
    assertThat(PageDate.shown(page, "A")).isEmpty();
  }

  @Test
  void tellsHowExactlyAndWhereTheDateWasStated() {
    Document page = Markup.parse("<time datetime='2026-05-03T01:30+03:00'>today</time>");

    Dating dating = PageDate.marked(page, null).orElseThrow();

    assertThat(dating.evidence()).isEqualTo("time");
    assertThat(dating.stated().isDay()).isFalse();
    assertThat(dating.stated().time()).hasToString("2026-05-03T01:30+03:00");
    assertThat(dating.instant()).isEqualTo("2026-05-02T22:30:00Z");
  }

  private static Optional<Instant> ofAddress(String address) {
    return PageDate.marked(Markup.parse("<p>x"), address).map(Dating::instant);
  }
}
