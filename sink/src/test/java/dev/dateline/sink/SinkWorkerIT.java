package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.postgres.EmbeddedPostgres;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.kafka.MemberName;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.postgres.PostgresDatabase;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sink on a real broker and a real database. Tests share both; each has articles of its own.
 */
class SinkWorkerIT {

  private static final Duration LONG = Duration.ofSeconds(90);

  private static TestCluster cluster;
  private static TestDatabase server;
  private static Wire wire;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
    server = TestDatabase.fresh();
    wire = new Wire(cluster.clients());
  }

  @AfterAll
  static void stop() {
    wire.close();
    cluster.close();
  }

  @Test
  void storesWhatIsCommittedAndTellsIt() {
    Heard heard = new Heard();
    Metrics metrics = new Metrics();
    EnrichedArticle second = Articles.full("tell-2", 1).build();
    try (SinkService sink = sink(server, heard, metrics)) {
      sink.start();

      wire.publish(Articles.full("tell-1", 1).build(), second);
      wire.publishInVain(Articles.full("tell-never", 1).build());
      wire.publish(Articles.full("tell-1", 2).build());

      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(heard.stored()).contains("tell-1@1", "tell-1@2", "tell-2@1"));
      await().atMost(LONG).untilAsserted(() -> assertThat(wire.lag()).isZero());
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.UP);
    }
    assertThat(heard.stored()).doesNotContain("tell-never@1").doesNotHaveDuplicates();
    assertThat(rows("tell-")).isEqualTo(3);
    double in = metrics.articles("sink", Outcome.IN).count();
    assertThat(metrics.articles("sink", Outcome.OUT).count()).isEqualTo(heard.stored().size());
    assertThat(in)
        .isEqualTo(
            Stream.of(Outcome.OUT, Outcome.DUPLICATE, Outcome.DEAD)
                .mapToDouble(outcome -> metrics.articles("sink", outcome).count())
                .sum());
  }

  @Test
  void aSecondRunStoresNothingTwice() {
    wire.publish(articles("again-", 20));
    Heard first = run(heard -> heard.stored().containsAll(keys("again-", 20)));
    sql("DELETE FROM sink_offset");
    wire.publish(Articles.full("again-last", 1).build());

    Heard second = run(heard -> heard.stored().contains("again-last@1"));

    assertThat(second.stored()).doesNotContainAnyElementsOf(first.stored());
    assertThat(rows("again-")).isEqualTo(21);
  }

  @Test
  void whatCannotBeStoredBecomesOneDeadLetterAndTheRestGoesOn() {
    wire.publish(Articles.full("dead-before", 1).build(), Articles.refused("dead-nul"));
    wire.publishBytes("dead-magic", new byte[] {9, 9, 9});
    wire.publishBytes("dead-id", new byte[] {0, 1, 2, 3, 4, 5});
    wire.publishBytes("dead-short", new byte[] {0, 0, 0, 0, 1, 77});
    wire.publishBytes("no-revision", null);
    wire.publish(Articles.full("dead-after", 1).build());

    Heard heard =
        run(h -> h.stored().containsAll(List.of("dead-before@1", "dead-after@1")) && relayed());

    assertThat(heard.dead()).hasSize(5);
    Wire.Letters letters = wire.letters();
    assertThat(letters.of("dead-nul"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getCode()).isEqualTo(DeadLetterCode.REFUSED.name());
              assertThat(letter.getSourceId()).isEqualTo("folder-1");
            });
    assertThat(heard.dead())
        .allSatisfy(
            letter -> assertThat(letters.byKey()).containsEntry(letter.getOrigin(), letter));
    assertThat(heard.dead())
        .filteredOn(letter -> letter.getCode().equals(DeadLetterCode.UNDECODABLE.name()))
        .hasSize(4);
  }

  @Test
  void aSecondRelayCollapsesByKey() {
    wire.publish(Articles.refused("relay-bad"));
    run(heard -> relayed() && !wire.letters().of("relay-bad").isEmpty());
    int before = wire.letters().records();
    sql("UPDATE dead_letter_outbox SET relayed_at = NULL WHERE article_id = 'relay-bad'");

    run(heard -> relayed());

    assertThat(wire.letters().records()).isEqualTo(before + 1);
    assertThat(wire.letters().of("relay-bad")).hasSize(1);
  }

  @Test
  void twoSinksShareTheWorkAndOneTakesOver() throws Exception {
    Heard first = new Heard();
    Heard second = new Heard();
    try (SinkService b = sink(server, second, new Metrics())) {
      try (SinkService a = sink(server, first, new Metrics())) {
        a.start();
        b.start();
        await().atMost(LONG).until(() -> wire.members() == 2);
        wire.publish(articles("share-", 40));
        await()
            .atMost(LONG)
            .until(
                () ->
                    Stream.concat(first.stored().stream(), second.stored().stream())
                        .toList()
                        .containsAll(keys("share-", 40)));
      }
      wire.publish(articles("taken-", 40));
      await().atMost(LONG).until(() -> second.stored().containsAll(keys("taken-", 40)));
    }

    assertThat(first.stored()).isNotEmpty();
    assertThat(Stream.concat(first.stored().stream(), second.stored().stream()).toList())
        .doesNotHaveDuplicates();
    assertThat(rows("share-") + rows("taken-")).isEqualTo(80);
  }

  @Test
  void aSinkThatComesBackUnderItsNameTakesOverAtOnce(@TempDir Path names) {
    KafkaClients clients = new KafkaClients(cluster.settings().withMembers(names));
    run(heard -> true);
    Heard heard = new Heard();
    // a life that the group has not seen the end of, and will not: it goes on telling that it lives
    try (KafkaConsumer<byte[], byte[]> former = former(clients);
        SinkService sink = new SinkService(clients, settings(server), heard, new Metrics())) {
      await()
          .atMost(LONG)
          .until(
              () -> {
                former.poll(Duration.ofMillis(100));
                return former.assignment().size() == cluster.settings().partitions();
              });

      sink.start();

      wire.publish(articles("back-", 40));
      await().atMost(LONG).until(() -> heard.stored().containsAll(keys("back-", 40)));
      // what it had fetched it may still give before it learns of it
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> former.poll(Duration.ofMillis(100)))
                      .isInstanceOf(FencedInstanceIdException.class));
    }
  }

  private static KafkaConsumer<byte[], byte[]> former(KafkaClients clients) {
    Map<String, Object> config = clients.consumer(SinkWorker.GROUP, "former");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    try (MemberName name = MemberName.of(clients.settings(), SinkWorker.GROUP)) {
      name.name(config);
    }
    KafkaConsumer<byte[], byte[]> former =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    former.subscribe(List.of(Topics.ENRICHED.name()));
    return former;
  }

  @Test
  void ofTwoSinksUnderOneNameOneGoesOnWithout(@TempDir Path names, @TempDir Path copied)
      throws Exception {
    KafkaSettings settings = cluster.settings().withMembers(names);
    MemberName.of(settings, SinkWorker.GROUP).close();
    Path name = names.resolve(SinkWorker.GROUP + "-1");
    Files.copy(name, copied.resolve(name.getFileName()));
    Heard heard = new Heard();
    run(h -> true);
    try (SinkService a =
            new SinkService(new KafkaClients(settings), settings(server), heard, new Metrics());
        SinkService b =
            new SinkService(
                new KafkaClients(settings.withMembers(copied)),
                settings(server),
                heard,
                new Metrics())) {
      a.start();
      await().atMost(LONG).until(() -> wire.members() == 1);

      b.start();

      await().atMost(LONG).until(() -> wire.members() == 2);
      wire.publish(articles("twice-named-", 40));
      await().atMost(LONG).until(() -> heard.stored().containsAll(keys("twice-named-", 40)));
    }
    assertThat(wire.members()).isZero();
    assertThat(heard.stored()).doesNotHaveDuplicates();
  }

  @Test
  void aFrozenSinkThatWakesUpStoresNothing() throws Exception {
    Heard frozen = new Heard();
    Heard successor = new Heard();
    CountDownLatch inWrite = new CountDownLatch(1);
    CountDownLatch thaw = new CountDownLatch(1);
    AtomicInteger fenced = new AtomicInteger();
    run(heard -> true);
    try (PostgresDatabase database = open(server);
        SinkWorker zombie =
            worker(
                new BetweenStore(database.store()) {
                  @Override
                  public WriteResult write(List<Slice> slices) {
                    inWrite.countDown();
                    uninterrupted(thaw);
                    WriteResult result = super.write(slices);
                    if (result instanceof WriteResult.Fenced) {
                      fenced.incrementAndGet();
                    }
                    return result;
                  }
                },
                frozen);
        SinkService heir = sink(server, successor, new Metrics())) {
      zombie.start();
      await().atMost(LONG).until(() -> wire.members() == 1);
      wire.publish(articles("frozen-", 20));
      uninterrupted(inWrite);
      wire.expelMembers();
      heir.start();
      await().atMost(LONG).until(() -> successor.stored().containsAll(keys("frozen-", 20)));

      thaw.countDown();

      await().atMost(LONG).until(() -> fenced.get() > 0);
      await().atMost(LONG).until(() -> wire.members() == 2);
      wire.publish(articles("thawed-", 20));
      await().atMost(LONG).until(() -> rows("thawed-") == 20);
    }
    assertThat(frozen.stored()).noneMatch(key -> key.startsWith("frozen-"));
    assertThat(rows("frozen-")).isEqualTo(20);
  }

  @Test
  void aCommitWhoseAnswerIsLostCountsOnce() {
    Heard heard = new Heard();
    AtomicInteger lost = new AtomicInteger();
    run(h -> true);
    try (PostgresDatabase database = open(server);
        SinkWorker worker =
            worker(
                new BetweenStore(database.store()) {
                  @Override
                  public WriteResult write(List<Slice> slices) {
                    WriteResult result = super.write(slices);
                    boolean some = slices.stream().anyMatch(slice -> !slice.rows().isEmpty());
                    if (some && lost.getAndIncrement() == 0) {
                      throw new StoreUnavailableException("cut", new SQLException("cut"));
                    }
                    return result;
                  }
                },
                heard)) {
      wire.publish(articles("cut-", 10));
      worker.start();
      await().atMost(LONG).until(() -> rows("cut-") == 10);
      wire.publish(Articles.full("cut-last", 1).build());
      await().atMost(LONG).until(() -> heard.stored().contains("cut-last@1"));
    }
    assertThat(lost.get()).isGreaterThan(1);
    assertThat(rows("cut-")).isEqualTo(11);
    assertThat(heard.stored()).doesNotHaveDuplicates();
  }

  @Test
  void aBatchThatIsTooMuchIsStoredInParts() {
    Heard heard = new Heard();
    AtomicInteger largest = new AtomicInteger();
    run(h -> true);
    wire.publish(articles("part-", 60));
    try (PostgresDatabase database = open(server);
        SinkWorker worker =
            worker(
                new BetweenStore(database.store()) {
                  @Override
                  public WriteResult write(List<Slice> slices) {
                    int rows = slices.stream().mapToInt(slice -> slice.rows().size()).sum();
                    if (rows > 8) {
                      throw new StoreUnavailableException("timeout", new SQLException("slow"));
                    }
                    largest.accumulateAndGet(rows, Math::max);
                    return super.write(slices);
                  }
                },
                heard)) {
      worker.start();
      await().atMost(LONG).until(() -> heard.stored().containsAll(keys("part-", 60)));
    }
    assertThat(largest.get()).isGreaterThan(1);
    assertThat(heard.stored()).doesNotHaveDuplicates();
    assertThat(rows("part-")).isEqualTo(60);
  }

  @Test
  void waitsForADatabaseThatIsAwayAndGoesOn(@TempDir Path folder) throws Exception {
    EmbeddedPostgres postgres = postgres(folder);
    Heard heard = new Heard();
    TestDatabase database =
        new TestDatabase(postgres.jdbcUrl(), postgres.user(), postgres.password());
    try (SinkService sink = sink(database, heard, new Metrics())) {
      sink.start();
      wire.publish(Articles.full("away-before", 1).build());
      await().atMost(LONG).until(() -> heard.stored().contains("away-before@1"));

      postgres.close();
      wire.publish(articles("away-", 10));
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.DOWN);
      Thread.sleep(2 * cluster.settings().sessionTimeout().toMillis());
      assertThat(wire.members()).isEqualTo(1);
      assertThat(heard.stored()).doesNotContainAnyElementsOf(keys("away-", 10));
      postgres = postgres(folder);
      assertThat(postgres.jdbcUrl()).isEqualTo(database.jdbcUrl());

      await().atMost(LONG).until(() -> heard.stored().containsAll(keys("away-", 10)));
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.UP);
      assertThat(heard.stored()).doesNotHaveDuplicates();
    } finally {
      postgres.close();
    }
  }

  @Test
  void stopsWhereKafkaHasNotWhatComesNext() {
    run(heard -> true);
    sql("UPDATE sink_offset SET next_offset = 1000000");
    Heard heard = new Heard();
    try (SinkService sink = sink(server, heard, new Metrics())) {
      sink.start();
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.DOWN);
      assertThat(sink.check().detail()).contains("sink_offset");
      wire.publish(Articles.full("range", 1).build());

      sql("DELETE FROM sink_offset");

      await().atMost(LONG).until(() -> heard.stored().contains("range@1"));
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.UP);
    }
    assertThat(heard.stored()).containsExactly("range@1");
  }

  @Test
  void aSinkThatStartsTellsKafkaWhereItStands() throws Exception {
    wire.publish(articles("told-", 8));
    run(heard -> heard.stored().containsAll(keys("told-", 8)));
    wire.forgetCommits();
    assertThat(wire.lag()).isPositive();

    run(heard -> heard.stored().isEmpty());

    assertThat(wire.lag()).isZero();
  }

  @Test
  void aTopicThatIsMadeAgainIsReadFromItsStart() throws Exception {
    Heard heard = new Heard();
    TestDatabase database = TestDatabase.fresh();
    try (TestCluster own = TestCluster.start();
        Wire there = new Wire(own.clients());
        Admin admin = own.clients().admin();
        SinkService sink =
            new SinkService(own.clients(), settings(database), heard, new Metrics())) {
      sink.start();
      there.publish(articles("old-", 8));
      await().atMost(LONG).until(() -> heard.stored().containsAll(keys("old-", 8)));

      admin.deleteTopics(List.of(Topics.ENRICHED.name())).all().get();
      new TopicCreator(own.settings()).create(admin, List.of(Topics.ENRICHED));
      try (Wire anew = new Wire(own.clients())) {
        anew.publish(articles("new-", 40));
      }

      await().atMost(LONG).until(() -> heard.stored().containsAll(keys("new-", 40)));
      assertThat(heard.stored()).doesNotHaveDuplicates();
    }
  }

  @Test
  void startsBeforeItsDatabase(@TempDir Path folder) {
    EmbeddedPostgres first = postgres(folder);
    TestDatabase database = new TestDatabase(first.jdbcUrl(), first.user(), first.password());
    first.close();
    Heard heard = new Heard();
    try (SinkService sink = sink(database, heard, new Metrics())) {
      sink.start();
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.DOWN);
      assertThat(sink.check().detail()).contains("sink.jdbc-url");
      wire.publish(Articles.full("early", 1).build());

      EmbeddedPostgres second = postgres(folder);
      assertThat(second.jdbcUrl()).isEqualTo(database.jdbcUrl());

      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(heard.stored()).as("%s", sink.check()).contains("early@1"));
      sink.close();
      second.close();
    }
  }

  private static EmbeddedPostgres postgres(Path folder) {
    Path cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
            .resolve("dateline");
    EmbeddedPostgres postgres = new EmbeddedPostgres(folder.resolve("postgres"), cache);
    postgres.start();
    return postgres;
  }

  private interface Condition {
    boolean holds(Heard heard);
  }

  /** A sink from its start until something holds and it has caught up. */
  private static Heard run(Condition condition) {
    Heard heard = new Heard();
    try (SinkService sink = sink(server, heard, new Metrics())) {
      sink.start();
      await().atMost(LONG).until(() -> sink.check().state() == Health.State.UP);
      await().atMost(LONG).until(() -> wire.lag() == 0);
      await().atMost(LONG).until(() -> condition.holds(heard));
    }
    return heard;
  }

  private static SinkService sink(TestDatabase database, SinkListener listener, Metrics metrics) {
    return new SinkService(cluster.clients(), settings(database), listener, metrics);
  }

  private static SinkWorker worker(ArticleStore store, SinkListener listener) {
    return new SinkWorker(cluster.clients(), settings(server), store, listener, new Metrics());
  }

  private static PostgresDatabase open(TestDatabase database) {
    return PostgresDatabase.open(settings(database), Duration.ofSeconds(2), Optional.empty());
  }

  private static SinkSettings settings(TestDatabase database) {
    return new SinkSettings(
        database.jdbcUrl(), database.user(), database.password(), 4, 100, 8_000_000);
  }

  private static EnrichedArticle[] articles(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Articles.full(prefix + i, 1).build())
        .toArray(EnrichedArticle[]::new);
  }

  private static List<String> keys(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i + "@1").toList();
  }

  private static boolean relayed() {
    return count("SELECT count(*) FROM dead_letter_outbox WHERE relayed_at IS NULL") == 0;
  }

  private static int rows(String prefix) {
    return count(
        "SELECT count(*) FROM article_revision WHERE starts_with(article_id, '" + prefix + "')");
  }

  private static int count(String query) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sql(String change) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
