package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.publish.IngestReport;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.runtime.ledger.LedgerKey;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.TestCluster;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest against a real broker and registry, which all tests share: each has its own source. */
class IngestServiceIT {

  private static final String LONG_TEXT = "A sentence that is repeated until it is a long text. ";

  @TempDir private Path folder;
  private static TestCluster cluster;
  private Metrics metrics;

  private record Sent<T>(String key, T value, Map<String, String> headers) {}

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @BeforeEach
  void open() {
    metrics = new Metrics();
  }

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void publishesWhatIsReadAndADeadLetterForWhatIsNot() throws Exception {
    write("a.txt", "A headline\n\nAnd the text that follows it.");
    write("b.json", "{\"uri\": \"urn:1\", \"body_text\": \"Cut in the mid");
    write(
        "c.jsonl",
        "{\"url\":\"https://p.example/1\",\"text\":\"One line.\"}\nno json\n{\"text\":\"Two.\"}");
    write("README.md", "not an article");

    IngestReport report = once();

    assertThat(report).isEqualTo(new IngestReport(5, 3, 2, 1));
    List<Sent<Article>> articles = read(Topics.ARTICLE, Article.class);
    assertThat(articles)
        .allSatisfy(
            sent -> {
              assertThat(sent.key()).isEqualTo(sent.value().getId()).hasSize(26);
              assertThat(sent.value().getEvent()).isEqualTo(ArticleEvent.OBSERVED);
              assertThat(sent.headers())
                  .containsEntry("ce_type", "dev.dateline.article.observed")
                  .containsEntry("ce_partitionkey", sent.key());
            })
        .extracting(sent -> sent.value().getProvenance().getLocation())
        .containsExactlyInAnyOrder("a.txt", "c.jsonl", "c.jsonl");
    List<Sent<DeadLetter>> dead = read(Topics.DEAD_LETTER, DeadLetter.class);
    assertThat(dead)
        .allSatisfy(
            sent -> {
              assertThat(sent.key()).isEqualTo(sent.value().getOrigin());
              assertThat(sent.value().getCode()).isEqualTo("UNREADABLE");
              assertThat(sent.value().getPayloadSha256()).hasSize(64);
            })
        .extracting(sent -> sent.key().substring(sent.key().indexOf(':')))
        .containsExactlyInAnyOrder(":b.json", ":c.jsonl#1");
    assertThat(metrics.scrape())
        .contains("dateline_articles_total{outcome=\"in\",stage=\"ingest\"} 5.0")
        .contains("dateline_articles_total{outcome=\"out\",stage=\"ingest\"} 3.0")
        .contains("dateline_articles_total{outcome=\"dead\",stage=\"ingest\"} 2.0");
  }

  @Test
  void anArticleTooLargeToBeSentBecomesADeadLetterAndTheRestGoesOn() throws Exception {
    write("a-large.txt", "Headline\n\n" + LONG_TEXT.repeat(100_000));
    write("b.txt", "Headline\n\nA text of common size.");
    Files.write(folder.resolve("c-huge.txt"), new byte[11_000_000]);

    IngestReport report = once();

    assertThat(report).isEqualTo(new IngestReport(3, 1, 2, 0));
    assertThat(read(Topics.DEAD_LETTER, DeadLetter.class))
        .allSatisfy(
            sent -> {
              assertThat(sent.value().getCode()).isEqualTo("TOO_LARGE");
              assertThat(sent.value().getPayload().remaining()).isBetween(64 * 1024, 256 * 1024);
            })
        .extracting(sent -> sent.value().getPayloadLength())
        .containsExactlyInAnyOrder(10L + LONG_TEXT.length() * 100_000L, 11_000_000L);
  }

  @Test
  void aRestartUnderTheSameTransactionalIdSendsTheSameObservationsAgain() throws Exception {
    write("a.txt", "Headline\n\nText that stays.");

    once();
    once();

    List<Sent<Article>> articles = read(Topics.ARTICLE, Article.class);
    assertThat(articles).hasSize(2);
    assertThat(articles.get(0).key()).isEqualTo(articles.get(1).key());
    assertThat(articles.get(0).headers().get("ce_id"))
        .isEqualTo(articles.get(1).headers().get("ce_id"));
    assertThat(articles.get(0).value()).isEqualTo(articles.get(1).value());
  }

  @Test
  void countsInTheTransactionOfWhatItCounts() throws Exception {
    write("a.txt", "A headline\n\nAnd the text that follows it.");
    write("b.json", "{\"uri\": \"urn:1\", \"body_text\": \"Cut in the mid");
    once();
    once();

    String source = read(Topics.ARTICLE, Article.class).get(0).value().getSource().getId();
    assertThat(counted(source)).hasSize(2).containsOnly(new Counts(2, 1, 0, 1, 0));
  }

  /** What each life of a producer counted of a source in the end. */
  private static Collection<Counts> counted(String source) {
    Map<String, Counts> lives = new HashMap<>();
    Replay.of(
        cluster.clients(),
        Topics.LEDGER.name(),
        record -> {
          if (LedgerKey.parse(record.key()).source().equals(source)) {
            lives.put(record.key(), Counts.decode(record.value()));
          }
        });
    return lives.values();
  }

  @Test
  void copiesWithoutAnIdentifierShareTheIdOfTheFirst() throws Exception {
    byte[] bytes = "Заглавие\n\nТекстът на статията.".getBytes(Charset.forName("windows-1251"));
    Files.write(folder.resolve("z.txt"), bytes);
    Files.createDirectory(folder.resolve("more"));
    Files.copy(folder.resolve("z.txt"), folder.resolve("more/a.txt"));

    once();

    assertThat(read(Topics.ARTICLE, Article.class))
        .hasSize(2)
        .allSatisfy(sent -> assertThat(sent.value().getTitle()).isEqualTo("Заглавие"))
        .extracting(Sent::key)
        .satisfies(keys -> assertThat(keys.get(0)).isEqualTo(keys.get(1)));
  }

  @Test
  void aWatchedFolderGivesNewFilesWhenTheyAreWhole() throws Exception {
    List<String> published = new CopyOnWriteArrayList<>();
    try (IngestService service = service(true, published)) {
      service.start();
      service.firstPass().get(30, TimeUnit.SECONDS);
      String json = "{\"uri\":\"urn:2\",\"body_text\":\"A text that takes two writes.\"}";
      write("new.json", json.substring(0, 30));
      Thread.sleep(1_500);
      assertThat(published).isEmpty();

      write("new.json", json);

      await().atMost(Duration.ofSeconds(20)).until(() -> published.size() == 1);
      assertThat(service.check().state()).isEqualTo(Health.State.UP);
    }
    assertThat(read(Topics.DEAD_LETTER, DeadLetter.class)).isEmpty();
  }

  @Test
  void aKilledBrokerIsWaitedOut() throws Exception {
    List<String> published = new CopyOnWriteArrayList<>();
    try (IngestService service = service(true, published)) {
      service.start();
      service.firstPass().get(30, TimeUnit.SECONDS);
      cluster.broker().kill();

      write("new.txt", "Headline\n\nText of a bad moment.");

      await().atMost(Duration.ofSeconds(90)).until(() -> published.size() == 1);
    }
    assertThat(read(Topics.ARTICLE, Article.class))
        .extracting(Sent::key)
        .contains(published.get(0));
  }

  @Test
  void theFormerOfTwoProcessesStopsWithAMessage() throws Exception {
    write("a.txt", "Headline\n\nText.");
    List<String> published = new CopyOnWriteArrayList<>();
    try (IngestService former = service(true, published)) {
      former.start();
      former.firstPass().get(30, TimeUnit.SECONDS);
      once();

      write("b.txt", "Headline\n\nAnother text.");

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> former.check().state() == Health.State.DOWN);
      assertThat(former.check().detail()).contains("Another process ingests the same source");
    }
  }

  @Test
  void whatWasTakenDownIsNotTakenInAgain() throws Exception {
    write("a.json", "{\"url\":\"https://down.example/a\",\"text\":\"To be taken down.\"}");
    write("b.txt", "Headline\n\nTaken down by its id.");
    write("c.txt", "Headline\n\nThis one stays.");
    once();
    List<Sent<Article>> before = read(Topics.ARTICLE, Article.class);
    assertThat(before).hasSize(3);
    before.stream()
        .filter(sent -> !sent.value().getText().contains("stays"))
        .forEach(sent -> Takedowns.put(cluster.clients(), sent.key()));
    write("a.json", "{\"url\":\"https://down.example/a?utm_source=x\",\"text\":\"Again.\"}");

    IngestReport report = once();

    assertThat(report).isEqualTo(new IngestReport(3, 1, 0, 0));
    assertThat(read(Topics.ARTICLE, Article.class))
        .hasSize(4)
        .noneMatch(sent -> sent.value().getText().contains("Again"))
        .filteredOn(sent -> sent.value().getText().contains("stays"))
        .hasSize(2);
    assertThat(metrics.scrape())
        .contains("dateline_articles_total{outcome=\"deleted\",stage=\"ingest\"} 2.0");
  }

  @Test
  void whatIsKeptOutIsCountedAlsoWhereNothingIsSent() throws Exception {
    write("a.json", "{\"url\":\"https://down.example/alone\",\"text\":\"To be taken down.\"}");
    once();
    Sent<Article> article = read(Topics.ARTICLE, Article.class).get(0);
    Takedowns.put(cluster.clients(), article.key());

    assertThat(once()).isEqualTo(new IngestReport(1, 0, 0, 0));

    assertThat(counted(article.value().getSource().getId()))
        .containsExactlyInAnyOrder(Counts.IN.plus(Counts.OUT), Counts.IN.plus(Counts.DELETED));
  }

  @Test
  void aMissingPathIsToldBeforeAnythingStarts() {
    assertThatThrownBy(() -> service(folder.resolve("nowhere"), false, new ArrayList<>()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no file or folder");
  }

  private IngestReport once() throws Exception {
    try (IngestService service = service(false, new ArrayList<>())) {
      service.start();
      return service.firstPass().get(60, TimeUnit.SECONDS);
    }
  }

  private IngestService service(boolean watch, List<String> published) {
    return service(folder, watch, published);
  }

  private IngestService service(Path path, boolean watch, List<String> published) {
    IngestSettings settings =
        new IngestSettings(
            path, watch, Duration.ofMillis(300), Duration.ofSeconds(5), ExtractLimits.DEFAULT);
    IngestListener listener =
        new IngestListener() {
          @Override
          public void published(String articleId, String record, Origin origin) {
            published.add(articleId);
          }
        };
    return new IngestService(
        cluster.clients(), cluster.clients().registry(), settings, metrics, listener);
  }

  private void write(String name, String content) throws IOException {
    Files.write(folder.resolve(name), content.getBytes(UTF_8));
  }

  /** What this test's folder gave: every header of its records names the source. */
  private <T extends SpecificRecordBase> List<Sent<T>> read(KafkaTopic topic, Class<T> type) {
    String source = "/dateline/ingest/" + folder.getFileName().toString().toLowerCase(Locale.ROOT);
    AvroSerde<T> serde = new AvroSerde<>(type, cluster.clients().registry());
    List<Sent<T>> all = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            cluster.clients().reader("test"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          Map<String, String> headers = new HashMap<>();
          record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
          if (headers.getOrDefault("ce_source", "").startsWith(source)) {
            all.add(new Sent<>(record.key(), serde.decode(record.value()), headers));
          }
        }
      }
    }
    return all;
  }
}
