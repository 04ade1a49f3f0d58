package dev.dateline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.ingest.Takedowns;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.poll.Pacing;
import dev.dateline.ingest.poll.Site;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.WatchedSource;
import dev.dateline.testkit.TestCluster;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sources that are watched, against a real broker and registry and a publisher on loopback. */
class WatchServiceIT {

  private static final int PARTITIONS = 4;
  private static final String MORNING = "Fri, 20 Nov 2026 08:00:00 GMT";
  private static TestCluster cluster;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Site site = opened(new Site());

  @BeforeAll
  static void start() {
    cluster = TestCluster.start(PARTITIONS);
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @AfterEach
  void close() throws Exception {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      for (SourceCatalog.Listed listed : catalog.list()) {
        catalog.remove(listed.source().getId());
      }
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.add(part);
    return part;
  }

  private WatchService service() {
    Metrics metrics = opened(new Metrics());
    WatchService service =
        opened(
            new WatchService(
                cluster.clients(),
                cluster.clients().registry(),
                new WatchSettings(
                    new Pacing(
                        Duration.ofMillis(1_000),
                        Duration.ofMillis(1_000),
                        Duration.ofMillis(2_000)),
                    8,
                    false),
                WebSubs.OFF,
                new FetchSettings(
                    "Dateline/test",
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    10_000_000,
                    5,
                    List.of("127.0.0.1"),
                    false,
                    Duration.ZERO),
                ExtractLimits.DEFAULT,
                metrics,
                IngestListener.NONE));
    service.start();
    return service;
  }

  private static WatchedSource source(Site site, String path) {
    String url = site.url(path);
    return WatchedSource.newBuilder()
        .setId(SourceIds.of(url))
        .setKind(SourceKind.FEED)
        .setUrl(url)
        .setPages(PagePolicy.NEVER)
        .setCategories(List.of("from the source"))
        .setStatedAt(Instant.now())
        .build();
  }

  private static void state(WatchedSource... sources) {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      catalog.put(List.of(sources));
    }
  }

  private static SourceCatalog.Listed listed(String id) {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      return catalog.list().stream()
          .filter(listed -> listed.source().getId().equals(id))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Article> articles(Site of) {
    return PublishedArticles.in(cluster, PARTITIONS).stream()
        .filter(article -> String.valueOf(article.getUrl()).startsWith(of.url("/")))
        .toList();
  }

  private static String item(Site site, String link, String title) {
    return Site.item(link, site.url(link), title, MORNING, title + " was in the news all day.");
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }

  @Test
  void publishesWhatASourceShowsAndRemembersItOverARestart() {
    site.put("/feed", Site.rss(item(site, "/a", "First"), item(site, "/b", "Second")));
    WatchedSource source = source(site, "/feed");
    state(source);
    WatchService first = service();
    eventually(
        () ->
            assertThat(articles(site))
                .extracting(Article::getTitle)
                .containsExactlyInAnyOrder("First", "Second"));
    assertThat(articles(site))
        .allSatisfy(
            article -> {
              assertThat(article.getSource().getId()).isEqualTo(source.getId());
              assertThat(article.getSource().getKind()).isEqualTo("feed");
              assertThat(article.getCategories()).contains("from the source");
              assertThat(article.getEvent()).isEqualTo(ArticleEvent.OBSERVED);
            });
    eventually(
        () -> {
          assertThat(listed(source.getId()).state().getStatus()).isEqualTo(SourceStatus.WELL);
          assertThat(listed(source.getId()).items()).isEqualTo(2);
        });
    first.close();

    int before = site.requests().size();
    site.put("/feed", Site.rss(item(site, "/c", "Third"), item(site, "/a", "First")));
    service();
    eventually(
        () ->
            assertThat(articles(site)).extracting(Article::getTitle).hasSize(3).contains("Third"));
    eventually(() -> assertThat(site.requests().size()).isGreaterThan(before + 2));
    assertThat(articles(site)).hasSize(3);
  }

  @Test
  void whatWasTakenDownIsNotTakenInAgainThroughAnySource() {
    Takedowns.put(cluster.clients(), ArticleIds.ofUrl(site.url("/a")));
    site.put("/feed", Site.rss(item(site, "/a", "First"), item(site, "/b", "Second")));
    WatchedSource source = source(site, "/feed");
    state(source);
    service();

    eventually(() -> assertThat(listed(source.getId()).items()).isEqualTo(2));
    assertThat(articles(site)).extracting(Article::getTitle).containsExactly("Second");

    site.put("/feed", Site.rss(item(site, "/a", "First changed"), item(site, "/c", "Third")));
    eventually(() -> assertThat(articles(site)).hasSize(2));
    assertThat(articles(site))
        .extracting(Article::getTitle)
        .containsExactlyInAnyOrder("Second", "Third");
  }

  @Test
  void aSourceIsTakenUpPausedAndForgottenWhileItRuns() {
    WatchService service = service();
    site.put("/feed", Site.rss(item(site, "/a", "First")));
    WatchedSource source = source(site, "/feed");
    state(source);
    eventually(() -> assertThat(articles(site)).hasSize(1));
    assertThat(service.check().state()).isEqualTo(Health.State.UP);

    state(WatchedSource.newBuilder(source).setPaused(true).build());
    eventually(() -> assertThat(listed(source.getId()).source().getPaused()).isTrue());
    site.put("/feed", Site.rss(item(site, "/b", "Second"), item(site, "/a", "First")));
    state(WatchedSource.newBuilder(source).setPaused(false).build());
    eventually(() -> assertThat(articles(site)).hasSize(2));

    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      catalog.remove(source.getId());
    }
    eventually(() -> assertThat(remembered(source.getId())).isZero());
  }

  private static int remembered(String id) {
    ShardMemory memory = new ShardMemory();
    ShardRecords records = new ShardRecords(cluster.clients().registry(), Clock.systemUTC());
    Replay.of(
        cluster.clients(),
        PublishedArticles.partitions(Topics.SOURCE_STATE.name(), PARTITIONS),
        record -> records.read(record, memory));
    return memory.items(id).items().size() + (memory.sources().contains(id) ? 1 : 0);
  }

  @Test
  void sourcesOfOneThatEndsGoOnElsewhereAndNothingIsPublishedTwice() {
    List<Site> sites = IntStream.range(0, 8).mapToObj(i -> opened(new Site())).toList();
    for (Site each : sites) {
      each.put("/feed", Site.rss(item(each, "/a", "First")));
      state(source(each, "/feed"));
    }
    WatchService one = service();
    WatchService two = service();
    eventually(() -> sites.forEach(each -> assertThat(articles(each)).hasSize(1)));
    eventually(
        () -> {
          assertThat(one.check().detail()).doesNotContain("in 0 partitions");
          assertThat(two.check().detail()).doesNotContain("in 0 partitions");
        });
    one.close();
    for (Site each : sites) {
      each.put("/feed", Site.rss(item(each, "/b", "Second"), item(each, "/a", "First")));
    }
    eventually(() -> sites.forEach(each -> assertThat(articles(each)).hasSize(2)));
  }

  @Test
  void takesOverAgainWhatAFormerOwnerFencesWhenItWakesUpLate() {
    site.put("/feed", Site.rss(item(site, "/a", "First")));
    WatchedSource source = source(site, "/feed");
    state(source);
    service();
    eventually(() -> assertThat(articles(site)).hasSize(1));

    int partition = SourcePartition.of(source.getUrl(), PARTITIONS);
    Metrics metrics = opened(new Metrics());
    TransactionalSender former =
        opened(
            new TransactionalSender(
                cluster.clients(), "dateline-ingest-sources-" + partition, metrics));
    former.takeOver();
    site.put("/feed", Site.rss(item(site, "/b", "Second"), item(site, "/a", "First")));
    eventually(() -> assertThat(articles(site)).hasSize(2));
  }

  @Test
  void aServerThatHangsHoldsUpNoOther() throws Exception {
    try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + hanging.getLocalPort() + "/feed";
      WatchedSource stuck =
          WatchedSource.newBuilder(source(site, "/feed")).setId("stuck-1").setUrl(url).build();
      site.put("/feed", Site.rss(item(site, "/a", "First")));
      state(stuck, source(site, "/feed"));
      service();
      eventually(() -> assertThat(articles(site)).hasSize(1));
      eventually(
          () -> assertThat(listed("stuck-1").state().getStatus()).isEqualTo(SourceStatus.FAILING));
      assertThat(listed("stuck-1").state().getFailure()).isNotBlank();
    }
  }
}
