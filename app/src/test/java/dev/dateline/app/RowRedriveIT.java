package dev.dateline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.deadletter.DeadLetterTopic;
import dev.dateline.app.deadletter.Waiting;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.SinkListener;
import dev.dateline.sink.SinkService;
import dev.dateline.sink.SinkSettings;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that the database refused: dead letters of a real sink, redriven by the command. */
@Tag("long")
@Timeout(600)
class RowRedriveIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** To be raised for a measurement. */
  private static final int COUNT = Integer.getInteger("dateline.test.rows", 400);

  @TempDir private Path folder;

  private static TestCluster cluster;
  private static TestDatabase database;
  private static SinkService sink;
  private static final Metrics METRICS = new Metrics();

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
    database = TestDatabase.fresh();
    SinkSettings settings =
        new SinkSettings(
            database.jdbcUrl(), database.user(), database.password(), 3, 100, 1_000_000);
    sink = new SinkService(cluster.clients(), settings, SinkListener.NONE, METRICS);
    sink.start();
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> number("SELECT count(*) FROM article_revision") == 0);
    // what an operator would mend: a rule of the database that the articles break
    execute("ALTER TABLE article_revision ADD CONSTRAINT mend CHECK (title NOT LIKE 'Refused%')");
  }

  @AfterAll
  static void end() {
    sink.close();
    METRICS.close();
    cluster.close();
  }

  @Test
  void aKilledRedriveIsContinuedAndEachRowIsStoredOnce() throws Exception {
    publish("Refused", COUNT);
    publish("Welcome", 3);
    await().atMost(PATIENCE).until(() -> waiting().size() == COUNT);
    assertThat(waiting()).allMatch(letter -> letter.obstacle().isEmpty());

    // without a database, and while the rule still stands, they are left
    DatelineProcess blind = redrive(List.of(), "--all");
    assertThat(blind.awaitEnd()).as(blind.err()).isZero();
    assertThat(blind.lines()).hasSize(COUNT).allMatch(line -> line.contains("sink.jdbc-url"));
    DatelineProcess early = redrive(settings(), waiting().get(0).key());
    assertThat(early.awaitEnd()).as(early.err()).isZero();
    assertThat(early.out()).contains("left", "still refuses", "23514");
    DatelineProcess away =
        redrive(List.of("sink.jdbc-url=jdbc:postgresql://127.0.0.1:1/x"), "--all");
    assertThat(away.awaitEnd()).as(away.out()).isEqualTo(ExitCode.UNAVAILABLE.code());
    assertThat(away.err()).contains("Check sink.jdbc-url").doesNotContain("\tat ");
    assertThat(waiting()).hasSize(COUNT);

    execute("ALTER TABLE article_revision DROP CONSTRAINT mend");
    int rate = COUNT / 7;
    DatelineProcess killed = redrive(settings(), "--all", "--rate", "" + rate);
    killed.awaitLines(ThreadLocalRandom.current().nextInt(rate, COUNT / 2));
    killed.kill();
    int reported = killed.lines().size();
    long start = System.nanoTime();
    DatelineProcess second = redrive(settings(), "--stage", "sink.store", "--rate", "10000");

    assertThat(second.awaitEnd()).as(second.err()).isZero();
    System.out.printf(
        "killed after %d of %d rows; the rest took %.1f s%n",
        reported, COUNT, (System.nanoTime() - start) / 1e9);
    assertThat(reported).isLessThan(COUNT);
    assertThat(second.lines()).hasSizeBetween(1, COUNT - reported);
    assertThat(waiting()).isEmpty();
    assertThat(number("SELECT count(*) FROM article_revision WHERE title LIKE 'Refused%'"))
        .isEqualTo(COUNT);
    assertThat(number("SELECT count(*) FROM article")).isEqualTo(COUNT + 3);
    assertThat(number("SELECT count(*) FROM dead_letter_outbox")).isZero();

    // what cannot be read stays a letter
    publishBytes("broken@1", new byte[] {9, 9, 9});
    await().atMost(PATIENCE).until(() -> waiting().size() == 1);
    DatelineProcess broken = redrive(settings(), "--stage", "sink.decode");
    assertThat(broken.awaitEnd()).as(broken.err()).isZero();
    assertThat(broken.out()).contains("left", "still cannot be read");
  }

  private DatelineProcess redrive(List<String> database, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("dlq", "redrive"));
    all.addAll(List.of(arguments));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "kafka.bootstrap=" + cluster.settings().bootstrap(),
                "kafka.registry=" + cluster.settings().registry()));
    settings.addAll(database);
    settings.forEach(setting -> all.addAll(List.of("--set", setting)));
    return DatelineProcess.start(folder, all.toArray(String[]::new));
  }

  private static List<String> settings() {
    return List.of(
        "sink.jdbc-url=" + database.jdbcUrl(),
        "sink.user=" + database.user(),
        "sink.password=" + database.password());
  }

  private static List<Waiting> waiting() {
    return new DeadLetterTopic(cluster.clients()).waiting();
  }

  private static void publish(String title, int count) {
    AvroSerde<EnrichedArticle> serde =
        new AvroSerde<>(EnrichedArticle.class, cluster.clients().registry());
    for (int from = 0; from < count; from += 500) {
      List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + 500); i++) {
        String id = title.toLowerCase() + i;
        records.add(
            new ProducerRecord<>(
                Topics.ENRICHED.name(),
                i % 4,
                RecordKeys.revision(id, 1).getBytes(UTF_8),
                serde.encode(Topics.ENRICHED.name(), event(id, title + " " + i))));
      }
      send(records);
    }
  }

  private static void publishBytes(String key, byte[] value) {
    send(List.of(new ProducerRecord<>(Topics.ENRICHED.name(), key.getBytes(UTF_8), value)));
  }

  private static void send(List<ProducerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            cluster.clients().producer("test-enrich"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    }
  }

  private static EnrichedArticle event(String id, String title) {
    Instant now = Instant.ofEpochSecond(1_800_000_000);
    Article article =
        Article.newBuilder()
            .setId(id)
            .setTitle(title)
            .setText("What happened.")
            .setObservedAt(now)
            .setSource(new Source("feed", "feed", null))
            .setProvenance(new Provenance("a", null, "text/plain", "UTF-8", 1L, "0"))
            .build();
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(1)
        .setChange(Change.CREATED)
        .setArticle(article)
        .setEnrichedAt(now)
        .build();
  }

  private static void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
