package dev.dateline.ingest.watch;

import static org.awaitility.Awaitility.await;

import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.poll.Pacing;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.WatchedSource;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.feeds.FeedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Feeds with scripted trouble are watched while time goes by and the service is replaced; the topic
 * is then compared with what the feeds have published: lost 0, twice 0. {@code
 * dateline.soak.feeds}, {@code .steps} and {@code .seed} make it longer or another one.
 */
@Tag("long")
class SoakIT {

  private static final int FEEDS = Integer.getInteger("dateline.soak.feeds", 54);
  private static final int STEPS = Integer.getInteger("dateline.soak.steps", 8);
  private static final long SEED = Long.getLong("dateline.soak.seed", 20261129);
  private static final int PARTITIONS = 4;

  private final Metrics metrics = new Metrics();

  @Test
  void nothingIsLostAndNothingIsPublishedTwice() {
    try (TestCluster cluster = TestCluster.start(PARTITIONS);
        FeedServer world = FeedServer.start(SEED, FEEDS, 12);
        SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      catalog.put(world.urls().stream().map(SoakIT::source).toList());
      WatchService service = service(cluster);
      for (int step = 0; step < STEPS; step++) {
        awaitRound(catalog);
        if (step == STEPS / 2) {
          service.close();
          service = service(cluster);
        }
        world.step();
      }
      world.calm();
      for (int round = 0; round < 4; round++) {
        awaitRound(catalog); // what vanished is looked for again before it is deleted
      }
      service.close();
      ModelCheck.compare(
          "seed " + SEED, world.model(), PublishedArticles.in(cluster, PARTITIONS), true);
    }
  }

  /** Every feed has been asked, and has answered or failed, since the call. */
  private static void awaitRound(SourceCatalog catalog) {
    Instant start = Instant.now();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () ->
                catalog.list().stream()
                    .allMatch(
                        listed ->
                            listed.state().getPolledAt() != null
                                && listed.state().getPolledAt().isAfter(start)));
  }

  private static WatchedSource source(String url) {
    return WatchedSource.newBuilder()
        .setId(SourceIds.of(url))
        .setKind(SourceKind.FEED)
        .setUrl(url)
        .setPages(PagePolicy.NEVER)
        .setStatedAt(Instant.now())
        .build();
  }

  private WatchService service(TestCluster cluster) {
    WatchService service =
        new WatchService(
            cluster.clients(),
            cluster.clients().registry(),
            new WatchSettings(
                new Pacing(
                    Duration.ofMillis(1_000), Duration.ofMillis(200), Duration.ofMillis(1_000)),
                32,
                false),
            WebSubs.OFF,
            new FetchSettings(
                "Dateline/test",
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                10_000_000,
                5,
                List.of("127.0.0.1"),
                true,
                Duration.ZERO),
            ExtractLimits.DEFAULT,
            metrics,
            IngestListener.NONE);
    service.start();
    return service;
  }
}
