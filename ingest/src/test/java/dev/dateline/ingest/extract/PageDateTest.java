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

    assertThat(PageDate.marked(parsed, null, null).or(() -> PageDate.shown(parsed, null)))
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/news/03-05-2026",
        "https://a.example/news/~03-05-2026-quay",
      })
  void takesTheDayOfTheAddressDayFirst(String address) {
    assertThat(ofAddress(address)).contains(DAY);
    assertThat(ofAddress(address.replace("03-", "0x-"))).isEmpty();
    assertThat(ofAddress(address.replace("05", "45"))).isEmpty();
  }

  @Test
  void passesOverTheDaysOfTeasersOfOtherArticles() {
    Document page =
        Markup.parse(
            """
            <div><div class="list"><h4><a href="/boat">A boat</a></h4>
            <p class="post-date"><time class="published" datetime="2020-01-02">2 January</time></p></div></div>
            <div><h2><a href="/quay">A quay</a></h2><p><span class="published">3 May 2026</span></p></div>
            """);

    assertThat(PageDate.marked(page, null, "A quay")).map(Dating::instant).contains(DAY);
  }

  @Test
  void readsNoTimeElementsOfCommentsAndTeasers() {
    String page =
        "<main><h2>A quay</h2><ol class='comment-list'><li><article><time datetime='2026-06-01'>June"
            + "</time></article></ol><div><a href='/b'><h3>A boat</h3></a><time datetime='2026-01-01'>"
            + "January</time></div></main>";
    String own = "<article><time datetime='2026-05-03'>today</time></article>";

    assertThat(PageDate.machineTime(Markup.parse(page), "A quay")).isEmpty();
    assertThat(PageDate.besideOther(Markup.parse(page)))
        .map(Dating::instant)
        .contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(PageDate.machineTime(Markup.parse(page + own), "A quay")).contains("2026-05-03");
    assertThat(
            PageDate.machineTime(
                Markup.parse("<div class='post comments-open has-comments'>" + own + "</div>"),
                "A quay"))
        .contains("2026-05-03");
  }

  @Test
  void believesThePublicationRatherThanTheChange() {
    Document page =
        Markup.parse("<div><p>Ein Kai</p><p>Letzte Änderung: 4.5.2026 Erschienen am: 3.5.2026</p>");

    assertThat(PageDate.shown(page, null)).map(Dating::instant).contains(DAY);
  }

  @Test
  void passesOverTheDaysOfComments() {
    Document page =
        Markup.parse("<h1>A</h1><div class='comment-list'><time>2026-05-03</time></div>");

    assertThat(PageDate.marked(page, null, null)).isEmpty();
    assertThat(PageDate.shown(page, "A")).isEmpty();
  }

  @Test
  void tellsHowExactlyAndWhereTheDateWasStated() {
    Document page = Markup.parse("<time datetime='2026-05-03T01:30+03:00'>today</time>");

    Dating dating = PageDate.marked(page, null, null).orElseThrow();

    assertThat(dating.evidence()).isEqualTo("time");
    assertThat(dating.stated().isDay()).isFalse();
    assertThat(dating.stated().time()).hasToString("2026-05-03T01:30+03:00");
    assertThat(dating.instant()).isEqualTo("2026-05-02T22:30:00Z");
  }

  private static Optional<Instant> ofAddress(String address) {
    return PageDate.marked(Markup.parse("<p>x"), address, null).map(Dating::instant);
  }
}
