package dev.dateline.enrich.topology;

import static dev.dateline.enrich.topology.Wire.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.TestBroker;
import dev.dateline.testkit.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrich on a real broker. Topics are shared, so each test has article ids of its own. */
class EnrichServiceIT {

  /** Where Kafka Streams keeps the name under which its transactions go. */
  private static final String STREAMS_NAME =
      EnrichTopology.APPLICATION + "/kafka-streams-process-metadata";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static TestCluster cluster;
  private static Wire wire;

  private final Metrics metrics = new Metrics();
  private final ConcurrentLinkedQueue<EnrichEvent> events = new ConcurrentLinkedQueue<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeAll
  static void startCluster() {
    cluster = TestCluster.start();
    wire = new Wire(cluster.clients());
  }

  @AfterAll
  static void closeCluster() {
    wire.close();
    cluster.close();
  }

  @AfterEach
  void closeServices() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
    metrics.close();
  }

  @Test
  void publishesEachRevisionOnceAndGoesOnAfterPoison() {
    EnrichService service = service();
    service.start();

    wire.send(numbered("wire", 50, "one", 0));
    wire.sendPoison("wire-0", "no article".getBytes(UTF_8));
    wire.send(numbered("wire", 50, "one", 1));
    wire.send(numbered("wire", 10, "two sport", 2));
    awaitRevisions("wire", 60);
    await().atMost(PATIENCE).until(() -> events.size() == 111);

    assertThat(service.check().state()).isEqualTo(Health.State.UP);
    assertThat(count(Outcome.IN)).isEqualTo(111);
    assertThat(count(Outcome.OUT)).isEqualTo(60);
    assertThat(count(Outcome.DUPLICATE)).isEqualTo(50);
    assertThat(count(Outcome.DEAD)).isEqualTo(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(metrics.registry().get("dateline.lag.records").gauge().value())
                    .isZero());
    assertThat(wire.deadLetters())
        .filteredOn(entry -> entry.value().getKey().equals(UTF_8.encode("wire-0")))
        .hasSize(1)
        .allMatch(entry -> entry.value().getCode().equals(DeadLetterCode.UNDECODABLE.name()));
    Map<String, Integer> partitions =
        wire.latest().stream()
            .collect(Collectors.toMap(Wire.Entry::key, Wire.Entry::partition, (a, b) -> a));
    assertThat(revisions("wire"))
        .allMatch(entry -> partitions.get(entry.value().getId()) == entry.partition());
    EnrichedArticle newest = newest("wire-3");
    assertThat(newest.getRevision()).isEqualTo(2);
    assertThat(newest.getChangedFields()).containsExactly("text");
  }

  @Test
  void remembersOverARestart() {
    EnrichService first = service();
    first.start();
    wire.send(numbered("restart", 20, "one", 0));
    awaitRevisions("restart", 20);
    first.close();
    assertThat(first.check().state()).isEqualTo(Health.State.STOPPED);
    assertThat(new InUseMark(folder.resolve("state")).isSet()).isFalse();

    service().start();
    wire.send(numbered("restart", 20, "one", 1));
    wire.send(List.of(article("restart-7", "two", 2)));

    awaitRevisions("restart", 21);
    assertThat(newest("restart-7").getRevision()).isEqualTo(2);
  }

  @Test
  void restoresAWipedRegisterAndPublishesNothingAgain() throws IOException {
    EnrichService first = service();
    first.start();
    wire.send(numbered("wiped", 20, "one", 0));
    awaitRevisions("wiped", 20);
    first.close();
    wipe(folder.resolve("state"));

    service().start();
    wire.send(numbered("wiped", 20, "one", 1));
    wire.send(List.of(article("wiped-7", "two", 2)));

    awaitRevisions("wiped", 21);
    assertThat(newest("wiped-7").getRevision()).isEqualTo(2);
    assertThat(newest("wiped-7").getChange()).isEqualTo(Change.REVISED);
  }

  @Test
  @Tag("long")
  void kill9InFlightLosesNothingAndPublishesNothingTwice() throws Exception {
    int articles = 3_000;
    Random random = new Random(20250301);
    Path state = Files.createDirectories(folder.resolve("killed"));
    Process process = started(state);
    Set<String> names = new HashSet<>();
    for (int batch = 0; batch < 3; batch++) {
      int from = batch * articles / 3;
      wire.send(
          IntStream.range(from, from + articles / 3)
              .mapToObj(i -> article("killed-" + i, "text " + i, 0))
              .toList());
      int goal = from + 1 + random.nextInt(articles / 6);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> read("killed") >= goal);
      process.destroyForcibly().waitFor();
      int before = read("killed");
      assertThat(before).as("killed in flight").isLessThan(from + articles / 3);
      assertThat(new InUseMark(state).isSet()).isTrue();
      process = started(state);
      await().atMost(PATIENCE).until(() -> read("killed") > before);
      names.add(Files.readString(state.resolve(STREAMS_NAME)));
    }
    assertThat(names).as("a successor ends the transaction of the one before").hasSize(1);

    awaitRevisions("killed", articles);
    wire.send(numbered("killed", 50, "text", 0));
    awaitRevisions("killed", articles + 50);
    assertThat(revisions("killed").stream().map(Wire.Entry::key).distinct()).hasSize(articles + 50);
  }

  @Test
  void aRestartedBrokerIsFoundAgain() {
    EnrichService service = service();
    service.start();
    wire.send(numbered("broker", 5, "one", 0));
    awaitRevisions("broker", 5);

    cluster.restart();
    wire.send(numbered("broker", 5, "two", 1));

    awaitRevisions("broker", 10);
    await().atMost(PATIENCE).until(() -> service.check().state() == Health.State.UP);
  }

  @Test
  void waitsForMissingTopicsAndNamesThem() {
    try (TestBroker broker = TestBroker.start()) {
      KafkaSettings settings = settings(broker.bootstrap(), cluster.settings().registry());
      EnrichService service = service(settings);
      service.start();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(service.check())
                      .satisfies(
                          health -> assertThat(health.state()).isEqualTo(Health.State.DOWN),
                          health -> assertThat(health.detail()).contains("news.enriched.v1")));

      try (Admin admin = new KafkaClients(settings).admin()) {
        new TopicCreator(settings).create(admin, Topics.all());
      }

      await().atMost(PATIENCE).until(() -> service.check().state() == Health.State.UP);
      service.close();
    }
  }

  @Test
  void aBrokerThatIsNotThereIsSaid() {
    EnrichService service = service(settings("127.0.0.1:1", URI.create("http://127.0.0.1:1")));

    service.start();

    await().atMost(PATIENCE).until(() -> service.check().state() == Health.State.DOWN);
    assertThat(service.check().detail()).contains("127.0.0.1:1");
  }

  private EnrichService service() {
    return service(cluster.settings());
  }

  private EnrichService service(KafkaSettings settings) {
    EnrichService service =
        new EnrichService(
            new KafkaClients(settings),
            new EnrichSettings(
                folder.resolve("state"), 1, 0, TaggerChoice.FAST, Path.of(".dateline/models"), 3),
            new WordTagger(),
            metrics,
            events::add);
    open.add(service);
    return service;
  }

  private static KafkaSettings settings(String bootstrap, URI registry) {
    return new KafkaSettings(
        bootstrap, registry, 4, 1, Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  private Process started(Path state) throws IOException {
    Process process = EnrichProcess.start(cluster.settings(), state);
    open.add(
        () -> {
          process.destroyForcibly();
          process.waitFor();
        });
    return process;
  }

  private static List<Article> numbered(String prefix, int count, String text, int minute) {
    return IntStream.range(0, count)
        .mapToObj(i -> article(prefix + "-" + i, text, minute))
        .toList();
  }

  private static List<Wire.Entry<EnrichedArticle>> revisions(String prefix) {
    return wire.enriched().stream().filter(entry -> entry.key().startsWith(prefix + "-")).toList();
  }

  private static int read(String prefix) {
    return revisions(prefix).size();
  }

  private static EnrichedArticle newest(String id) {
    List<EnrichedArticle> shown =
        wire.latest().stream()
            .filter(entry -> entry.key().equals(id))
            .map(Wire.Entry::value)
            .toList();
    return shown.get(shown.size() - 1);
  }

  /** Waits for this many revisions, and that no more follow. */
  private static void awaitRevisions(String prefix, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(read(prefix)).isGreaterThanOrEqualTo(count));
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(read(prefix)).isEqualTo(count));
  }

  private double count(Outcome outcome) {
    return metrics.articles("enrich", outcome).count();
  }

  private static void wipe(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
