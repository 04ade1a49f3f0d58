package dev.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.fetch.FetchFailure;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.WatchedSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls of a real server on loopback. */
class SourcePollTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String MORNING = "Fri, 20 Nov 2026 08:00:00 GMT";
  private static final String NOON = "Fri, 20 Nov 2026 11:30:00 GMT";
  private static final String DAWN = "Fri, 20 Nov 2026 05:00:00 GMT";

  private final Site site = new Site();
  private final ItemMemory memory = new ItemMemory();
  private final List<String> published = new ArrayList<>();
  private Fetcher fetcher;
  private SourcePoll poll;
  private SourceState state = SourcePoll.unasked(NOW);
  private WatchedSource source;

  @BeforeEach
  void open() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    fetcher =
        new Fetcher(
            new FetchSettings(
                "Dateline/test",
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                10_000_000,
                5,
                List.of("127.0.0.1"),
                true,
                Duration.ZERO),
            clock);
    poll =
        new SourcePoll(
            fetcher,
            new PageReader(fetcher, new ArticleReader(ExtractLimits.DEFAULT)),
            new Pacing(Duration.ofMinutes(15), Duration.ofMinutes(2), Duration.ofHours(2)),
            true,
            clock,
            () -> 0.5);
    source = source(SourceKind.FEED, "/feed", PagePolicy.NEVER);
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  private WatchedSource source(SourceKind kind, String path, PagePolicy pages) {
    return WatchedSource.newBuilder()
        .setId("paper")
        .setKind(kind)
        .setUrl(site.url(path))
        .setPages(pages)
        .setStatedAt(NOW)
        .build();
  }

  private Polled poll() throws Exception {
    published.clear();
    Polled polled = poll.poll(source, state, memory, this::remember);
    state = polled.state();
    return polled;
  }

  private void remember(List<Change> changes) {
    for (Change change : changes) {
      memory.put(change.item());
      if (change.news() != null) {
        String id = change.item().getArticleId();
        boolean withdrawn = change.news().article().withdrawn();
        published.add((withdrawn ? "deleted " : "") + id + " " + change.news().article().title());
      }
    }
  }

  /** What a hub delivers, so long after the last poll. */
  private boolean deliver(Duration afterPoll, String document) throws Exception {
    published.clear();
    HubState hub = HubState.newBuilder().setUrl("https://hub.example/").setTopic("t").build();
    Delivery delivery =
        new Delivery(document.getBytes(UTF_8), "application/rss+xml", null, NOW.plus(afterPoll));
    SourceState told = SourceState.newBuilder(state).setHub(hub).build();
    Optional<SourceState> after = poll.deliver(source, told, delivery, memory, this::remember);
    after.ifPresent(now -> state = now);
    return after.isPresent();
  }

  @Test
  void takesWhatAHubDeliversAsPartOfTheSource() throws Exception {
    site.put("/feed", Site.rss(item("2", "/b", "Second", NOON), item("1", "/a", "First", DAWN)));
    poll();

    assertThat(deliver(Duration.ofMinutes(5), Site.rss(item("3", "/c", "Third", NOON)))).isTrue();
    assertThat(titles()).containsExactly("Third");
    assertThat(state.getPublished()).isEqualTo(3);
    assertThat(state.getHub().getDelivered()).isEqualTo(1);
    assertThat(memory.items()).allMatch(item -> item.getMissed() == 0);

    deliver(Duration.ofMinutes(6), Site.rss(item("3", "/c", "Third, corrected", NOON)));
    assertThat(titles()).containsExactly("Third, corrected");
    deliver(Duration.ofMinutes(7), Site.rss(item("3", "/c", "Third, corrected", NOON)));
    assertThat(published).isEmpty();
    assertThat(deliver(Duration.ofMinutes(8), "come and see")).isFalse();
  }

  @Test
  void takesNoOlderTextFromAHubThanFromAPoll() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "First, corrected", MORNING)));
    poll();
    String former = Site.rss(item("2", "/b", "Second", NOON), item("1", "/a", "First", MORNING));
    deliver(Duration.ofMinutes(-1), former);
    assertThat(titles()).containsExactly("Second");
  }

  private List<String> titles() {
    return published.stream().map(line -> line.replaceFirst("^(deleted )?\\S+ ", "")).toList();
  }

  private String item(String guid, String link, String title, String date) {
    return Site.item(guid, site.url(link), title, date, title + " was in the news all day long.");
  }

  @Test
  void publishesTheOldestFirstAndNothingTwice() throws Exception {
    site.put("/feed", Site.rss(item("2", "/b", "Second", NOON), item("1", "/a", "First", MORNING)));

    Polled first = poll();
    assertThat(titles()).containsExactly("First", "Second");
    assertThat(first.state().getStatus()).isEqualTo(SourceStatus.WELL);
    assertThat(first.state().getPublished()).isEqualTo(2);

    poll();
    assertThat(published).isEmpty();
    assertThat(state.getPublished()).isEqualTo(2);
  }

  @Test
  void asksOnCondition() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)), "ETag", "\"v1\"");
    poll();
    poll();
    assertThat(site.requests()).endsWith("/feed \"v1\"");
    assertThat(state.getUnchangedPolls()).isEqualTo(1);
    assertThat(published).isEmpty();
  }

  @Test
  void anEditIsNewsOfTheSameArticle() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "Bridge closed", MORNING)));
    poll();
    String id = published.get(0).split(" ")[0];

    site.put("/feed", Site.rss(item("1", "/a", "Bridge open again", MORNING)));
    poll();
    assertThat(published).containsExactly(id + " Bridge open again");
  }

  @Test
  void anIdentifierThatDriftsIsNoNews() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)));
    poll();
    site.put("/feed", Site.rss(item("other", "/a", "First", MORNING)));
    poll();
    assertThat(published).isEmpty();
    site.put("/feed", Site.rss(item("other", "/moved", "First", MORNING)));
    poll();
    assertThat(published).isEmpty();
  }

  @Test
  void anIdentifierThatIsTakenOverIsAnotherArticle() throws Exception {
    site.put(
        "/feed",
        Site.rss(
            "<item><guid isPermaLink=\"false\">live</guid><title>Harvest is late this year</title><pubDate>"
                + MORNING
                + "</pubDate><description>Farmers in the valley wait for the rain to end.</description></item>"));
    poll();
    String id = published.get(0).split(" ")[0];
    site.put(
        "/feed",
        Site.rss(
            "<item><guid isPermaLink=\"false\">live</guid><title>Champions parade through the city</title><pubDate>"
                + NOON
                + "</pubDate><description>Ten thousand people cheered for the handball team at the town hall.</description></item>"));
    poll();
    assertThat(titles()).containsExactly("Champions parade through the city");
    assertThat(published.get(0)).doesNotStartWith(id);
  }

  @Test
  void anAddressThatAllItemsShareIdentifiesNone() throws Exception {
    site.put("/feed", Site.rss(item("1", "/", "First", MORNING), item("2", "/", "Second", NOON)));
    poll();
    assertThat(titles()).containsExactly("Second", "First");
    assertThat(published.stream().map(line -> line.split(" ")[0]).distinct()).hasSize(2);
  }

  @Test
  void readsThePageBehindATeaser() throws Exception {
    source = source(SourceKind.FEED, "/feed", PagePolicy.AUTO);
    String text = "The whole story has many more words than the feed gives. ".repeat(20);
    site.put(
        "/a",
        "<html><head><title>First</title></head><body><article><h1>First</h1><p>"
            + text
            + "</p></article></body></html>",
        "Content-Type",
        "text/html");
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)));
    List<String> texts = new ArrayList<>();
    poll.poll(
        source,
        state,
        memory,
        changes -> changes.forEach(change -> texts.add(change.news().article().text())));
    assertThat(texts).hasSize(1).first().asString().hasSizeGreaterThan(1_000);
  }

  @Test
  void aPageThatDoesNotAnswerCostsNoArticleAndIsAskedAgain() throws Exception {
    source = source(SourceKind.FEED, "/feed", PagePolicy.AUTO);
    site.put(500, "/a", "");
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)));
    poll();
    assertThat(titles()).containsExactly("First");
    poll();
    assertThat(site.requests()).filteredOn("/a"::equals).hasSize(2);
  }

  @Test
  void aPageThatDoesNotAnswerIsAskedAgainThoughTheFeedStaysTheSame() throws Exception {
    source = source(SourceKind.FEED, "/feed", PagePolicy.AUTO);
    site.put(500, "/a", "");
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)), "ETag", "\"1\"");
    assertThat(poll().isPending()).isTrue();
    site.put(
        "/a", "<html><body><article><p>" + "More. ".repeat(200) + "</p></article></body></html>");
    assertThat(poll().isPending()).isFalse();
    assertThat(site.requests()).filteredOn("/a"::equals).hasSize(2);
    poll();
    assertThat(site.requests()).last().isEqualTo("/feed \"1\"");
  }

  @Test
  void aPageOfADeliveryThatDoesNotAnswerIsAskedAgainInTheIntervalOfItsSource() throws Exception {
    source = source(SourceKind.FEED, "/feed", PagePolicy.AUTO);
    site.put("/feed", Site.rss());
    poll();
    site.put(500, "/a", "");
    state = SourceState.newBuilder(state).setNextPollAt(NOW.plus(Duration.ofDays(1))).build();
    deliver(Duration.ofMinutes(5), Site.rss(item("1", "/a", "First", MORNING)));
    assertThat(titles()).containsExactly("First");
    assertThat(state.getNextPollAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void whatVanishesFromTheMiddleIsLookedForAndThenDeleted() throws Exception {
    String[] all = {
      item("3", "/c", "Third", NOON),
      item("2", "/b", "Second", MORNING),
      item("1", "/a", "First", DAWN)
    };
    site.put("/b", "<p>still here</p>");
    site.put("/feed", Site.rss(all));
    poll();
    String id =
        published.stream()
            .filter(line -> line.endsWith("Second"))
            .findFirst()
            .orElseThrow()
            .split(" ")[0];

    site.put("/feed", Site.rss(all[0], all[2]));
    poll();
    site.put(410, "/b", "");
    poll();
    assertThat(published).singleElement().asString().startsWith("deleted " + id);
    poll();
    assertThat(published).isEmpty();
  }

  @Test
  void whatScrollsOutOrIsCutOffIsNotDeleted() throws Exception {
    site.put("/feed", Site.rss(item("2", "/b", "Second", NOON), item("1", "/a", "First", MORNING)));
    poll();
    for (int i = 0; i < 4; i++) {
      site.put("/feed", Site.rss(item("2", "/b", "Second", NOON)));
      poll();
      assertThat(published).isEmpty();
    }
    site.put("/feed", Site.rss(item("2", "/b", "Second", NOON), item("1", "/a", "First", MORNING)));
    poll();
    assertThat(published).isEmpty();
  }

  @Test
  void suspectsAGapWhereNothingIsKnown() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)));
    assertThat(poll().gap()).isFalse();
    site.put("/feed", Site.rss(item("9", "/z", "Much later", NOON)));
    Polled polled = poll();
    assertThat(polled.gap()).isTrue();
    assertThat(polled.state().getGaps()).isEqualTo(1);
  }

  @Test
  void keepsToRetryAfterAndForgivesOnceAllIsWell() throws Exception {
    site.put(429, "/feed", "", "Retry-After", "86000");
    Polled polled = poll();
    assertThat(polled.failure()).isEqualTo(FetchFailure.RATE_LIMITED);
    assertThat(polled.isServerTrouble()).isTrue();
    assertThat(polled.state().getNextPollAt()).isEqualTo(NOW.plusSeconds(86_000));
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)));
    assertThat(poll().state().getFailures()).isZero();
  }

  @Test
  void aFeedThatIsGoneIsDeadAndAskedSeldom() throws Exception {
    site.put(410, "/feed", "");
    Polled polled = poll();
    assertThat(polled.state().getStatus()).isEqualTo(SourceStatus.DEAD);
    assertThat(polled.state().getNextPollAt()).isAfter(NOW.plus(Duration.ofDays(5)));
  }

  @Test
  void noMoreTrustsAServerThatSaysNothingChangedWhenItDid() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)), "ETag", "\"same\"");
    poll();
    site.lie();
    site.put(
        "/feed",
        Site.rss(item("2", "/b", "Second", NOON), item("1", "/a", "First", MORNING)),
        "ETag",
        "\"same\"");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      poll();
      all.addAll(titles());
    }
    assertThat(all).containsExactly("Second");
    assertThat(state.getTrusted()).isFalse();
  }

  @Test
  void readsEverythingAgainWhenAnOperatorAsks() throws Exception {
    site.put("/feed", Site.rss(item("1", "/a", "First", MORNING)), "ETag", "\"v1\"");
    poll();
    source = WatchedSource.newBuilder(source).setRefetch(1).build();
    poll();
    assertThat(titles()).containsExactly("First");
    poll();
    assertThat(published).isEmpty();
  }

  @Test
  void takesTheArticlesOfASitemapFromTheirPages() throws Exception {
    source = source(SourceKind.SITEMAP, "/sitemap.xml", PagePolicy.AUTO);
    site.put(
        "/sitemap.xml",
        "<urlset><url><loc>"
            + site.url("/a")
            + "</loc><lastmod>2026-11-20T08:00:00Z</lastmod></url><url><loc>"
            + site.url("/old")
            + "</loc><lastmod>2020-01-01</lastmod></url></urlset>");
    site.put(
        "/a",
        "<html><head><title>From the page</title></head><body><article><h1>From the page</h1><p>"
            + "Words of the story. ".repeat(30)
            + "</p></article></body></html>",
        "Content-Type",
        "text/html");
    poll();
    assertThat(titles()).containsExactly("From the page");
    poll();
    assertThat(published).isEmpty();
  }

  @Test
  void leavesOutWhatIsReservedWhereThatIsHonoured() throws Exception {
    site.put(
        "/feed",
        Site.rss(item("1", "/a", "First", MORNING)),
        "X-Robots-Tag",
        "noai",
        "tdm-reservation",
        "1");
    poll();
    assertThat(published).isEmpty();
    assertThat(memory.items()).hasSize(1);
  }

  @Test
  void aPageThatIsGoneTwiceIsADeletion() throws Exception {
    source = source(SourceKind.PAGE, "/a", PagePolicy.AUTO);
    site.put(
        "/a",
        "<html><head><title>One page</title></head><body><article><h1>One page</h1><p>"
            + "Words of the story. ".repeat(30)
            + "</p></article></body></html>",
        "Content-Type",
        "text/html");
    poll();
    assertThat(titles()).containsExactly("One page");
    site.put(404, "/a", "");
    poll();
    assertThat(published).isEmpty();
    poll();
    assertThat(published).singleElement().asString().startsWith("deleted ");
  }
}
