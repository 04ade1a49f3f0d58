package dev.dateline.ingest.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.poll.Pacing;
import dev.dateline.ingest.poll.Site;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.websub.WebSubService;
import dev.dateline.ingest.websub.WebSubSettings;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.HubState;
import dev.dateline.schemas.HubStatus;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.PollMemory;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.WatchedSource;
import dev.dateline.schemas.registry.SchemaRegistry;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.feeds.FeedServer;
import dev.dateline.testkit.feeds.WebSubHub;
import dev.dateline.testkit.feeds.WebSubHub.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sources whose hub tells what is new, against a real broker, registry, publisher and hub. */
@Tag("long")
class WebSubIT {

  private static final int PARTITIONS = 4;
  private static final FetchSettings FETCHING =
      new FetchSettings(
          "Dateline/test",
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          10_000_000,
          5,
          List.of("127.0.0.1"),
          false,
          Duration.ZERO);
  private static TestCluster cluster;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final WebSubHub hub = opened(WebSubHub.start());
  private final Site site = opened(new Site());
  private int port;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start(PARTITIONS);
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @BeforeEach
  void findAPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
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

  /** A process: it watches, and takes callbacks where it is the one that is reached. */
  private record Process(WatchService watch, @Nullable Callbacks callbacks)
      implements AutoCloseable {

    @Override
    public void close() {
      if (callbacks != null) {
        callbacks.close();
      }
      watch.close();
    }
  }

  /** What hubs call. */
  private record Callbacks(WebSubService webSub, HttpEndpoint endpoint) implements AutoCloseable {

    @Override
    public void close() {
      endpoint.close();
      webSub.close();
    }
  }

  private WebSubSettings settings(Duration safetyPoll, Duration grace) {
    return new WebSubSettings(
        Optional.of("http://127.0.0.1:" + port + "/websub"),
        safetyPoll,
        grace,
        Duration.ofHours(1),
        Duration.ofDays(14));
  }

  private Process process(boolean reached, Duration safetyPoll, Duration grace) {
    return process(
        reached, settings(safetyPoll, grace), cluster.clients().registry(), IngestListener.NONE);
  }

  private Process process(
      boolean reached, WebSubSettings settings, SchemaRegistry registry, IngestListener listener) {
    Metrics metrics = opened(new Metrics());
    WatchService watch =
        new WatchService(
            cluster.clients(),
            registry,
            new WatchSettings(
                new Pacing(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                8,
                false),
            settings,
            FETCHING,
            ExtractLimits.DEFAULT,
            metrics,
            listener);
    Callbacks callbacks = reached ? callbacks(settings, List.of(watch)) : null;
    watch.start();
    return opened(new Process(watch, callbacks));
  }

  private Callbacks callbacks(WebSubSettings settings, List<Service> beside) {
    Metrics metrics = opened(new Metrics());
    WebSubService webSub =
        new WebSubService(
            cluster.clients(), cluster.clients().registry(), settings, FETCHING, metrics);
    List<Service> all = new ArrayList<>(beside);
    all.add(webSub);
    HttpEndpoint endpoint =
        new HttpEndpoint(
            new HttpSettings("127.0.0.1", port), all, metrics, List.of(webSub.routes()));
    endpoint.start();
    webSub.start();
    return opened(new Callbacks(webSub, endpoint));
  }

  private Process process() {
    return process(true, Duration.ofDays(1), Duration.ofHours(1));
  }

  private static WatchedSource watched(String url) {
    WatchedSource source =
        WatchedSource.newBuilder()
            .setId(SourceIds.of(url))
            .setKind(SourceKind.FEED)
            .setUrl(url)
            .setPages(PagePolicy.NEVER)
            .setStatedAt(Instant.now())
            .build();
    state(source);
    return source;
  }

  private static void state(WatchedSource source) {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      catalog.put(List.of(source));
    }
  }

  private static HubState hubOf(String id) {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      return catalog.list().stream()
          .filter(listed -> listed.source().getId().equals(id))
          .findFirst()
          .orElseThrow()
          .state()
          .getHub();
    }
  }

  private static void awaitHub(WatchedSource source, HubStatus status) {
    eventually(
        () -> {
          assertThat(hubOf(source.getId())).isNotNull();
          assertThat(hubOf(source.getId()).getStatus()).isEqualTo(status);
        });
  }

  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(assertion);
  }

  private List<String> titles() {
    return PublishedArticles.in(cluster, PARTITIONS).stream()
        .filter(article -> String.valueOf(article.getUrl()).startsWith(site.url("/")))
        .map(Article::getTitle)
        .toList();
  }

  private String item(String title, Instant published) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC));
    String link = "/" + title;
    return Site.item(link, site.url(link), title, date, title + " was in the news all day.");
  }

  private void show(String... items) {
    site.put(
        "/feed",
        Site.rss(items),
        "Link",
        "<" + hub.url() + ">; rel=\"hub\", <" + site.url("/feed") + ">; rel=\"self\"");
  }

  private long polls() {
    return site.requests().stream().filter(request -> request.startsWith("/feed")).count();
  }

  @Test
  void whatAHealthyHubDeliversIsPublishedWithoutAPollAndOnce() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.HELD);
    eventually(() -> assertThat(polls()).isGreaterThan(1)); // the one after the lease began
    long before = polls();

    byte[] part = Site.rss(item("second", Instant.now())).getBytes(UTF_8);
    assertThat(hub.deliver(site.url("/feed"), "application/rss+xml", part)).containsExactly(202);
    assertThat(hub.deliver(site.url("/feed"), "application/rss+xml", part)).containsExactly(202);
    eventually(() -> assertThat(titles()).containsExactlyInAnyOrder("first", "second"));
    eventually(() -> assertThat(hubOf(source.getId()).getDelivered()).isEqualTo(1));
    assertThat(polls()).isEqualTo(before);
    assertThat(titles()).hasSize(2);
  }

  @Test
  void aDocumentThatIsNoFeedLetsTheSourceBePolled() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.HELD);
    eventually(() -> assertThat(polls()).isGreaterThan(1));
    show(item("second", Instant.now()), item("first", Instant.now()));
    hub.deliver(site.url("/feed"), "text/plain", "come and see".getBytes(UTF_8));
    eventually(() -> assertThat(titles()).contains("second"));
  }

  /** The registry of the cluster, with a bug in what reads records of a schema. */
  private static SchemaRegistry failing(Schema of, BooleanSupplier now) {
    SchemaRegistry real = cluster.clients().registry();
    return new SchemaRegistry() {
      @Override
      public int register(String subject, Schema schema) {
        return real.register(subject, schema);
      }

      @Override
      public Optional<Schema> schema(int id) {
        Optional<Schema> schema = real.schema(id);
        if (schema.filter(of::equals).isPresent() && now.getAsBoolean()) {
          throw new LinkageError("a bug");
        }
        return schema;
      }
    };
  }

  @Test
  void aFaultOfWhatReadsTheNoticesShowsInTheHealth() {
    show(item("first", Instant.now()));
    watched(site.url("/feed"));
    Process process =
        process(
            true,
            settings(Duration.ofDays(1), Duration.ofHours(1)),
            failing(SourceNotice.getClassSchema(), () -> true),
            IngestListener.NONE);
    eventually(
        () -> {
          assertThat(process.watch().check().state()).isEqualTo(Health.State.DOWN);
          assertThat(process.watch().check().detail()).contains("notices", "a bug");
        });
  }

  @Test
  void aTakeoverThatFailsIsTriedAgain() {
    show(item("first", Instant.now()));
    watched(site.url("/feed"));
    Process first = process();
    eventually(() -> assertThat(titles()).contains("first"));
    first.close();
    show(item("second", Instant.now()), item("first", Instant.now()));
    AtomicInteger faults = new AtomicInteger();
    process(
        true,
        settings(Duration.ofDays(1), Duration.ofHours(1)),
        failing(PollMemory.getClassSchema(), () -> faults.getAndIncrement() == 0),
        IngestListener.NONE);
    eventually(() -> assertThat(titles()).contains("second"));
    assertThat(faults.get()).isPositive();
  }

  @Test
  void whatAHubTellsWhileNobodyWatchesIsTakenLater() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    Process process = process();
    awaitHub(source, HubStatus.HELD);
    process.close();
    WebSubSettings settings = settings(Duration.ofDays(1), Duration.ofHours(1));
    callbacks(settings, List.of());
    byte[] part = Site.rss(item("second", Instant.now())).getBytes(UTF_8);
    eventually(
        () ->
            assertThat(hub.deliver(site.url("/feed"), "application/rss+xml", part))
                .containsExactly(202));
    process(false, settings, cluster.clients().registry(), IngestListener.NONE);
    eventually(() -> assertThat(titles()).contains("second"));
  }

  @Test
  void aNoticeThatCannotBeTakenHoldsUpNoOther() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    AtomicBoolean broken = new AtomicBoolean();
    IngestListener listener =
        new IngestListener() {
          @Override
          public void published(String articleId, String record, Origin origin) {
            if (broken.get()) {
              throw new StackOverflowError();
            }
          }
        };
    process(
        true,
        settings(Duration.ofDays(1), Duration.ofHours(1)),
        cluster.clients().registry(),
        listener);
    awaitHub(source, HubStatus.HELD);
    eventually(() -> assertThat(polls()).isGreaterThan(1));
    broken.set(true);
    byte[] part = Site.rss(item("second", Instant.now())).getBytes(UTF_8);
    assertThat(hub.deliver(site.url("/feed"), "application/rss+xml", part)).containsExactly(202);
    eventually(() -> assertThat(titles()).contains("second"));
    eventually(() -> assertThat(noticesNotTaken()).isZero());
  }

  /** Notices behind the offsets that are committed. */
  private static long noticesNotTaken() throws Exception {
    try (Admin admin = cluster.clients().admin()) {
      Map<TopicPartition, OffsetAndMetadata> taken =
          admin
              .listConsumerGroupOffsets("dateline-ingest-notices")
              .partitionsToOffsetAndMetadata()
              .get();
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        ends.put(new TopicPartition(Topics.SOURCE_NOTICE.name(), partition), OffsetSpec.latest());
      }
      long left = 0;
      for (var end : admin.listOffsets(ends).all().get().entrySet()) {
        OffsetAndMetadata at = taken.get(end.getKey());
        left += end.getValue().offset() - (at == null ? 0 : at.offset());
      }
      return left;
    }
  }

  @Test
  void aHubThatDidNotHearOfAnEndIsToldAgain() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process(true, Duration.ofDays(1), Duration.ofSeconds(2));
    awaitHub(source, HubStatus.HELD);
    hub.behave(Manner.BROKEN);
    state(WatchedSource.newBuilder(source).setPaused(true).build());
    eventually(() -> assertThat(hub.requests()).contains("unsubscribe " + site.url("/feed")));
    assertThat(hub.topics()).isNotEmpty();
    hub.behave(Manner.GOOD);
    eventually(() -> assertThat(hub.topics()).isEmpty());
  }

  @Test
  void aHubThatKeepsItemsBackIsDemotedAndPollingGoesOn() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process(true, Duration.ofSeconds(5), Duration.ofSeconds(2));
    awaitHub(source, HubStatus.HELD);
    hub.behave(Manner.DROPPING);
    // feeds tell seconds alone, and what may be older than the lease says nothing of the hub
    Instant later = Instant.now().plusSeconds(2);
    show(item("second", later), item("first", later));
    hub.ping(site.url("/feed"));

    awaitHub(source, HubStatus.DEMOTED);
    assertThat(hubOf(source.getId()).getReason()).contains("did not come by it");
    assertThat(hubOf(source.getId()).getNextAt()).isAfter(Instant.now().plus(Duration.ofDays(13)));
    assertThat(titles()).containsExactlyInAnyOrder("first", "second");
    long before = polls();
    eventually(() -> assertThat(polls()).isGreaterThan(before + 2));
    eventually(() -> assertThat(hub.requests()).contains("unsubscribe " + site.url("/feed")));
    eventually(() -> assertThat(hub.topics()).isEmpty());
  }

  @Test
  void whatIsNotSignedOrNotAskedForHasNoEffect() throws Exception {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.HELD);
    hub.behave(Manner.FORGING);
    byte[] forged = Site.rss(item("forged", Instant.now())).getBytes(UTF_8);
    assertThat(hub.deliver(site.url("/feed"), "application/rss+xml", forged)).containsExactly(202);

    String callback = hub.callbacks(site.url("/feed")).get(0);
    String topic = "&hub.topic=" + site.url("/feed");
    assertThat(get(callback + "?hub.mode=unsubscribe&hub.challenge=x" + topic)).isEqualTo(404);
    assertThat(get(callback + "?hub.mode=subscribe&hub.challenge=x&hub.topic=other"))
        .isEqualTo(404);
    String guessed = callback.substring(0, callback.length() - 4) + "AAAA";
    assertThat(get(guessed + "?hub.mode=subscribe&hub.challenge=x" + topic)).isEqualTo(404);

    hub.behave(Manner.GOOD);
    byte[] signed = Site.rss(item("signed", Instant.now())).getBytes(UTF_8);
    hub.deliver(site.url("/feed"), "application/rss+xml", signed);
    eventually(() -> assertThat(titles()).contains("signed"));
    assertThat(titles()).doesNotContain("forged");
    assertThat(hubOf(source.getId()).getStatus()).isEqualTo(HubStatus.HELD);
  }

  private static int get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aHubThatDeniesOrFailsLeavesTheSourcePolled() {
    hub.behave(Manner.DENYING);
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.REFUSED);
    assertThat(hubOf(source.getId()).getReason()).isEqualTo("it denies: not here");
    show(item("second", Instant.now()), item("first", Instant.now()));
    eventually(() -> assertThat(titles()).contains("second"));
  }

  @Test
  void aHubInTheIntranetIsNotPostedTo() {
    String intranet = "http://10.0.0.7/hub";
    site.put(
        "/feed",
        Site.rss(item("first", Instant.now())),
        "Link",
        "<" + intranet + ">; rel=\"hub\", <" + site.url("/feed") + ">; rel=\"self\"");
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.REFUSED);
    assertThat(hubOf(source.getId()).getReason()).contains("10.0.0.7");
  }

  @Test
  void aSourceThatIsPausedOrRemovedGivesItsLeaseBack() {
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.HELD);
    state(WatchedSource.newBuilder(source).setPaused(true).build());
    eventually(() -> assertThat(hub.topics()).isEmpty());
    awaitHub(source, HubStatus.UNUSED);

    state(WatchedSource.newBuilder(source).setPaused(false).build());
    awaitHub(source, HubStatus.HELD);
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      catalog.remove(source.getId());
    }
    eventually(() -> assertThat(hub.topics()).isEmpty());
  }

  @Test
  void aLeaseIsRenewedUnderAnotherAddress() {
    hub.lease(8);
    show(item("first", Instant.now()));
    WatchedSource source = watched(site.url("/feed"));
    process();
    awaitHub(source, HubStatus.HELD);
    Set<String> callbacks = new HashSet<>();
    eventually(
        () -> {
          callbacks.addAll(hub.callbacks(site.url("/feed")));
          assertThat(callbacks.size()).isGreaterThan(2);
        });
    assertThat(hubOf(source.getId()).getStatus()).isEqualTo(HubStatus.HELD);
  }

  @Test
  void aHubCallsAProcessThatDoesNotWatchTheSourceAndAnotherOneTakesOver() throws Exception {
    try (FeedServer world = FeedServer.start(7, 54, 12)) {
      world.calm();
      world.advertise(hub.url());
      List<WatchedSource> sources = world.urls().stream().map(WebSubIT::watched).toList();
      Process first = process(true, Duration.ofDays(1), Duration.ofHours(1));
      eventually(() -> assertThat(hub.topics()).hasSize(54));
      Process second = process(false, Duration.ofDays(1), Duration.ofHours(1));
      eventually(
          () -> {
            assertThat(first.watch().check().detail()).doesNotContain("in 0 partitions");
            assertThat(second.watch().check().detail()).doesNotContain("in 0 partitions");
          });
      step(world, sources);
      step(world, sources);
      first.close();
      process(true, Duration.ofDays(1), Duration.ofHours(1));
      step(world, sources);
      step(world, sources);
      eventually(
          () ->
              ModelCheck.compare(
                  "hub", world.model(), PublishedArticles.in(cluster, PARTITIONS), false));
    }
  }

  /** Ten minutes go by, and every publisher pings its hub. */
  private void step(FeedServer world, List<WatchedSource> sources) {
    world.step();
    eventually(
        () -> {
          for (WatchedSource source : sources) {
            assertThat(hub.ping(source.getUrl())).contains(202);
          }
        });
  }
}
