package dev.dateline.app.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.service.TopicPreparation;
import dev.dateline.embedded.registry.EmbeddedRegistry;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.EnrichListener;
import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.SinkListener;
import dev.dateline.sink.SinkService;
import dev.dateline.sink.SinkSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the whole wire promises, on whatever brokers and database: published once, stored once;
 * repeats dropped, changes numbered, poison set aside; and all of it again after a restart.
 */
abstract class PipelineContract {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Tagger TAGGER = FastTagger.load();

  @TempDir private Path work;
  private final Metrics metrics = new Metrics();
  private final List<AutoCloseable> open = new ArrayList<>();
  private KafkaClients clients;

  /** Host and port of the brokers. */
  abstract String bootstrap();

  /** The database. */
  abstract SinkSettings database();

  @BeforeEach
  void startRegistry() {
    EmbeddedRegistry registry = new EmbeddedRegistry(bootstrap());
    HttpEndpoint endpoint =
        new HttpEndpoint(
            new HttpSettings("127.0.0.1", 0),
            List.of(registry),
            metrics,
            List.of(registry.routes()));
    endpoint.start();
    registry.start();
    open.add(endpoint);
    open.add(registry);
    clients =
        new KafkaClients(
            new KafkaSettings(
                bootstrap(),
                URI.create("http://127.0.0.1:" + endpoint.port()),
                4,
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10)));
    TopicPreparation.run(clients, line -> {});
  }

  @AfterEach
  void stop() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    metrics.close();
  }

  @Test
  void carriesArticlesThroughOnceWhateverComesAgain() throws Exception {
    Path folder = Files.createDirectory(work.resolve("articles"));
    List<Service> services = startServices();

    // publish
    Files.writeString(folder.resolve("quay.json"), line("quay", "A quay opens in Varna", "1"));
    Files.writeString(folder.resolve("park.json"), line("park", "A park opens in Sofia", "1"));
    ingest(folder);
    awaitCount("SELECT count(*) FROM article_revision", 2);
    assertThat(text("SELECT title FROM article_revision WHERE title LIKE '%Varna%'"))
        .isEqualTo("A quay opens in Varna");

    // repeat, and revise one
    Files.writeString(folder.resolve("quay.json"), line("quay", "A quay opened in Varna", "2"));
    ingest(folder);
    awaitCount("SELECT count(*) FROM article_revision", 3);
    assertThat(count("SELECT count(*) FROM article")).isEqualTo(2);
    assertThat(count("SELECT max(revision) FROM article_revision")).isEqualTo(2);

    // poison between good records
    List<String> poison = new ArrayList<>(poison(Topics.ARTICLE));
    poison.addAll(poison(Topics.ENRICHED));
    Files.writeString(folder.resolve("mill.json"), line("mill", "A mill opens in Ruse", "1"));
    ingest(folder);
    awaitCount("SELECT count(*) FROM article_revision", 4);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters()).hasSameSizeAs(poison));

    // restart: nothing twice, and the wire goes on
    for (Service service : services) {
      service.close();
    }
    open.removeAll(services);
    startServices();
    ingest(folder);
    Files.writeString(folder.resolve("pier.json"), line("pier", "A pier opens in Burgas", "1"));
    ingest(folder);
    awaitCount("SELECT count(*) FROM article_revision", 5);
    assertThat(count("SELECT count(DISTINCT (article_id, revision)) FROM article_revision"))
        .isEqualTo(5);
    assertThat(count("SELECT sum(next_offset) FROM sink_offset")).isGreaterThanOrEqualTo(5);
    assertThat(deadLetters()).containsExactlyInAnyOrderElementsOf(poison);
  }

  private List<Service> startServices() {
    EnrichService enrich =
        new EnrichService(
            clients,
            new EnrichSettings(
                work.resolve("enrich"), 1, 0, TaggerChoice.FAST, Path.of(".dateline/models"), 3),
            TAGGER,
            metrics,
            EnrichListener.NONE);
    SinkService sink = new SinkService(clients, database(), SinkListener.NONE, metrics);
    List<Service> services = List.of(enrich, sink);
    services.forEach(Service::start);
    open.addAll(services);
    return services;
  }

  private void ingest(Path folder) throws Exception {
    IngestSettings settings =
        new IngestSettings(
            folder, false, Duration.ofMillis(1), Duration.ofSeconds(30), ExtractLimits.DEFAULT);
    try (IngestService ingest =
        new IngestService(clients, clients.registry(), settings, metrics, IngestListener.NONE)) {
      ingest.start();
      ingest.firstPass().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** A wrong magic byte, an unknown schema id, truncated bytes; returns where each of them lies. */
  private List<String> poison(KafkaTopic topic) throws Exception {
    List<String> origins = new ArrayList<>();
    Map<String, Object> config = clients.common("poison");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      byte[][] values = {{7, 1, 2}, {0, 0x7f, 0, 0, 0, 1}, {0, 0, 0}};
      for (byte[] value : values) {
        RecordMetadata sent =
            producer.send(new ProducerRecord<>(topic.name(), "poison", value)).get();
        origins.add(RecordKeys.origin(sent.topic(), sent.partition(), sent.offset()));
      }
    }
    return origins;
  }

  /** The origin of every committed dead letter, repeats included. */
  private List<String> deadLetters() {
    AvroSerde<DeadLetter> serde = new AvroSerde<>(DeadLetter.class, clients.registry());
    List<String> origins = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            clients.reader("dead-letters"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DEAD_LETTER.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(250))) {
          DeadLetter letter = serde.decode(record.value());
          assertThat(record.key()).isEqualTo(letter.getOrigin());
          origins.add(letter.getOrigin());
        }
      }
    }
    return origins;
  }

  private static String line(String id, String title, String day) {
    return """
        {"url": "https://news.example/%s", "title": "%s", "language": "en",
         "updatedAt": "2026-03-0%sT10:00:00Z",
         "text": "%s. The mayor of the city spoke to guests from Bulgaria and Romania on Monday."}
        """
        .formatted(id, title, day, title)
        .replace("\n", "");
  }

  private void awaitCount(String sql, long expected) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(count(sql)).isEqualTo(expected));
  }

  private long count(String sql) throws Exception {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws Exception {
    SinkSettings database = database();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
