package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.topology.EnrichListener;
import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.NoticeKind;
import dev.dateline.schemas.PollMemory;
import dev.dateline.schemas.SourceItem;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.SinkListener;
import dev.dateline.sink.SinkService;
import dev.dateline.sink.SinkSettings;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.TestDatabase;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Takedowns on a real broker and database, with the services that follow them. */
@Tag("long")
@Timeout(600)
class TakedownCommandIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String URL = "https://news.example/quay";
  private static final String ID = ArticleIds.ofUrl(URL);
  private static final String ROWS =
      "SELECT count(*) FROM article_revision WHERE article_id IN ('%s', '%s')"
          .formatted(ID, ArticleIds.ofUrl("https://news.example/park"));

  @TempDir private static Path work;

  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static TestCluster cluster;
  private static TestDatabase database;
  private static Metrics metrics;

  @BeforeAll
  static void start() throws Exception {
    cluster = opened(TestCluster.start());
    database = TestDatabase.fresh();
    metrics = opened(new Metrics());
    EnrichSettings enrich =
        new EnrichSettings(
            work.resolve("enrich"), 1, 0, TaggerChoice.FAST, Path.of(".dateline/models"), 3);
    opened(
            new EnrichService(
                cluster.clients(), enrich, FastTagger.load(), metrics, EnrichListener.NONE))
        .start();
    SinkSettings sink =
        new SinkSettings(
            database.jdbcUrl(), database.user(), database.password(), 3, 100, 1_000_000);
    opened(new SinkService(cluster.clients(), sink, SinkListener.NONE, metrics)).start();
  }

  private static <T extends AutoCloseable> T opened(T part) {
    OPEN.add(part);
    return part;
  }

  @AfterAll
  static void end() throws Exception {
    for (int i = OPEN.size() - 1; i >= 0; i--) {
      OPEN.get(i).close();
    }
  }

  @Test
  void anArticleIsTakenDownAndWhatIsLeftIsNamed() throws Exception {
    Path folder = Files.createDirectory(work.resolve("articles"));
    ingest(folder, "quay", "A quay opens in Varna", 1);
    ingest(folder, "park", "A park opens in Sofia", 1);
    ingest(folder, "quay", "A quay opened in Varna", 2);
    awaitRows(ROWS, 3);

    DatelineProcess takedown =
        dateline("takedown", URL, "--reason", "Court order 12", "-o", "json");

    assertThat(takedown.awaitEnd()).as(takedown.err()).isZero();
    JsonNode said = JSON.readTree(takedown.out()).path(0);
    assertThat(said.path("id").asText()).isEqualTo(ID);
    assertThat(said.path("url").asText()).isEqualTo(URL);
    assertThat(said.path("reason").asText()).isEqualTo("Court order 12");
    awaitRows("SELECT count(*) FROM article_revision WHERE article_id = '" + ID + "'", 0);
    awaitRows(ROWS, 1);
    assertThat(lastValue(Topics.ENRICHED, ID + "@1")).isNull();
    assertThat(lastValue(Topics.ENRICHED, ID + "@2")).isNull();
    assertThat(lastValue(Topics.LATEST, ID)).isNull();

    // it does not come in again, and again is no fault
    int observations = count(Topics.ARTICLE, ID);
    ingest(folder, "quay", "A quay opened in Varna at last", 3);
    assertThat(count(Topics.ARTICLE, ID)).isEqualTo(observations).isEqualTo(2);
    assertThat(dateline("takedown", ID, "--reason", "again").awaitEnd()).isZero();

    // what is left
    deliver("paper", true);
    deliver("another", false);
    DatelineProcess verify = dateline("takedown", "verify", URL, "-o", "ndjson", "--wait", "120");
    assertThat(verify.awaitEnd()).as(verify.err()).isZero();
    List<JsonNode> remains = new ArrayList<>();
    for (String line : verify.lines()) {
      remains.add(JSON.readTree(line));
    }
    assertThat(remains)
        .isNotEmpty()
        .noneMatch(remain -> place(remain).startsWith("table "))
        .noneMatch(remain -> place(remain).startsWith(Topics.ENRICHED.name()))
        .noneMatch(remain -> place(remain).startsWith(Topics.LATEST.name()))
        .noneMatch(remain -> remain.path("fate").asText().equals("awaited"));
    assertThat(remains.stream().filter(r -> place(r).startsWith(Topics.ARTICLE.name())))
        .hasSize(2)
        .allSatisfy(
            remain -> {
              assertThat(remain.path("fate").asText()).isEqualTo("expires");
              assertThat(Instant.parse(remain.path("goneBy").asText()))
                  .isBetween(
                      Instant.now().plus(Duration.ofDays(7)),
                      Instant.now().plus(Duration.ofDays(8)));
            });
    assertThat(remains.stream().filter(r -> place(r).startsWith(Topics.SOURCE_NOTICE.name())))
        .singleElement()
        .satisfies(
            remain -> {
              assertThat(remain.path("fate").asText()).isEqualTo("expires");
              assertThat(Instant.parse(remain.path("goneBy").asText()))
                  .isBetween(
                      Instant.now().plus(Duration.ofDays(2)),
                      Instant.now().plus(Duration.ofDays(3)));
            });
    assertThat(verify.err()).contains("places left", "gone by");
    assertThat(count(Topics.ENRICHED, ID + "@2", true)).isZero();

    // and back
    DatelineProcess lift = dateline("takedown", "lift", URL, "--reason", "Revoked", "-o", "json");
    assertThat(lift.awaitEnd()).as(lift.err()).isZero();
    JsonNode lifted = JSON.readTree(lift.out()).path(0);
    assertThat(lifted.path("id").asText()).isEqualTo(ID);
    assertThat(lifted.path("reason").asText()).isEqualTo("again");
    assertThat(lifted.path("lift").path("reason").asText()).isEqualTo("Revoked");
    ingest(folder, "quay", "A quay opened in Varna after all", 4);
    awaitRows("SELECT revision FROM article_revision WHERE article_id = '" + ID + "'", 3);
    assertThat(dateline("takedown", "verify", ID).awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(dateline("takedown", "lift", ID, "--reason", "x").awaitEnd())
        .isEqualTo(ExitCode.NOT_FOUND.code());
  }

  @Test
  void anAddressNamesAllArticlesThatShowIt() throws Exception {
    ingest(Files.createDirectory(work.resolve("moved")), "ferry", "A ferry leaves Burgas", 1);
    String url = "https://news.example/ferry-moved";
    republish(ArticleIds.ofUrl("https://news.example/ferry"), "of-a-feed", url);
    awaitRows("SELECT count(*) FROM article_revision WHERE article_id = 'of-a-feed'", 1);

    DatelineProcess takedown = dateline("takedown", url, "--reason", "Court order 13");

    assertThat(takedown.awaitEnd()).as(takedown.err()).isZero();
    assertThat(takedown.out()).contains("of-a-feed");
    awaitRows("SELECT count(*) FROM article_revision WHERE article_id = 'of-a-feed'", 0);
    DatelineProcess verify = dateline("takedown", "verify", url, "-o", "ndjson", "--wait", "0");
    assertThat(verify.awaitEnd()).as(verify.err()).isZero();
    assertThat(verify.out()).contains(Topics.ARTICLE.name());
  }

  @Test
  void badInputIsToldWithItsExitCode() throws Exception {
    DatelineProcess unknown = dateline("takedown", "nobody", "--reason", "x");
    assertThat(unknown.awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(unknown.err()).contains("No article nobody was ever taken in");
    DatelineProcess address = dateline("takedown", "https://x.example/never", "--reason", "x");
    assertThat(address.awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(dateline("takedown", "verify", "nobody").awaitEnd())
        .isEqualTo(ExitCode.NOT_FOUND.code());
    DatelineProcess away =
        DatelineProcess.start(
            work, "takedown", "x", "--reason", "y", "--set", "kafka.bootstrap=127.0.0.1:1");
    assertThat(away.awaitEnd()).isEqualTo(ExitCode.UNAVAILABLE.code());
    assertThat(away.err()).contains("do not answer").doesNotContain("\tat ");
  }

  private static String place(JsonNode remain) {
    return remain.path("place").asText();
  }

  private static DatelineProcess dateline(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    for (String setting :
        List.of(
            "kafka.bootstrap=" + cluster.settings().bootstrap(),
            "kafka.registry=" + cluster.settings().registry(),
            "sink.jdbc-url=" + database.jdbcUrl(),
            "sink.user=" + database.user(),
            "sink.password=" + database.password())) {
      all.addAll(List.of("--set", setting));
    }
    return DatelineProcess.start(work, all.toArray(String[]::new));
  }

  private static void ingest(Path folder, String id, String title, int day) throws Exception {
    Files.writeString(
        folder.resolve(id + ".json"),
        """
        {"url": "https://news.example/%s", "title": "%s", "language": "en",
         "updatedAt": "2026-03-0%dT10:00:00Z",
         "text": "%s. The mayor of the city spoke to guests from Bulgaria and Romania on Monday."}
        """
            .formatted(id, title, day, title)
            .replace("\n", ""));
    ingest(folder.resolve(id + ".json"));
  }

  /** As ingest does where a publisher gives an item of a feed another address: its id stays. */
  private static void republish(String id, String otherId, String url) throws Exception {
    AvroSerde<Article> serde = new AvroSerde<>(Article.class, cluster.clients().registry());
    List<ConsumerRecord<String, byte[]>> records = records(Topics.ARTICLE, id);
    ConsumerRecord<String, byte[]> record = records.get(records.size() - 1);
    Article article =
        Article.newBuilder(serde.decode(record.value())).setId(otherId).setUrl(url).build();
    byte[] value = serde.encode(Topics.ARTICLE.name(), article);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            cluster.clients().common("moved"), new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.ARTICLE.name(), null, null, otherId, value, record.headers()))
          .get();
    }
  }

  /** As a hub delivers a document of a source, which may show the article, and says a word more. */
  private static void deliver(String sourceId, boolean showing) throws Exception {
    SourceItem item =
        SourceItem.newBuilder()
            .setArticleId(showing ? ID : "of-another")
            .setContent("hash")
            .setShape(0)
            .setSeenAt(Instant.now())
            .build();
    SourceNotice.Builder notice =
        SourceNotice.newBuilder()
            .setSourceId(sourceId)
            .setToken("token")
            .setReceivedAt(Instant.now());
    SourceNotice content =
        notice.setKind(NoticeKind.CONTENT).setBody(ByteBuffer.wrap(new byte[] {'<'})).build();
    SourceNotice ended = notice.setKind(NoticeKind.ENDED).setBody(null).build();
    send(
        Topics.SOURCE_STATE,
        sourceId + "/" + item.getArticleId(),
        PollMemory.class,
        new PollMemory(sourceId, null, item));
    send(Topics.SOURCE_NOTICE, sourceId, SourceNotice.class, content);
    send(Topics.SOURCE_NOTICE, sourceId, SourceNotice.class, ended);
  }

  private static <T extends SpecificRecordBase> void send(
      KafkaTopic topic, String key, Class<T> type, T value) throws Exception {
    AvroSerde<T> serde = new AvroSerde<>(type, cluster.clients().registry());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            cluster.clients().common("hub"), new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic.name(), key, serde.encode(topic.name(), value)))
          .get();
    }
  }

  private static void ingest(Path file) throws Exception {
    IngestSettings settings =
        new IngestSettings(
            file, false, Duration.ofMillis(1), Duration.ofSeconds(30), ExtractLimits.DEFAULT);
    try (IngestService ingest =
        new IngestService(
            cluster.clients(),
            cluster.clients().registry(),
            settings,
            metrics,
            IngestListener.NONE)) {
      ingest.start();
      ingest.firstPass().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static void awaitRows(String sql, long expected) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              try (Connection connection = database.connect();
                  ResultSet rows = connection.createStatement().executeQuery(sql)) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(expected);
              }
            });
  }

  private static byte[] lastValue(KafkaTopic topic, String key) {
    List<ConsumerRecord<String, byte[]>> records = records(topic, key);
    return records.get(records.size() - 1).value();
  }

  private static int count(KafkaTopic topic, String key) {
    return records(topic, key).size();
  }

  private static long count(KafkaTopic topic, String key, boolean withValue) {
    return records(topic, key).stream().filter(r -> (r.value() != null) == withValue).count();
  }

  private static List<ConsumerRecord<String, byte[]>> records(KafkaTopic topic, String key) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    Replay.of(
        cluster.clients(),
        topic.name(),
        record -> {
          if (key.equals(record.key())) {
            records.add(record);
          }
        });
    return records;
  }
}
