package dev.dateline.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.postgres.PostgresDatabase;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a real broker and database, where a test stands for enrich. */
@Timeout(300)
class LedgerServiceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MOST_WAITING = 10;

  @Test
  void balancesOnlyWhileLittleWaits() throws Exception {
    TestDatabase database = TestDatabase.fresh();
    SinkSettings settings =
        new SinkSettings(
            database.jdbcUrl(), database.user(), database.password(), 2, 100, 1_000_000);
    try (PostgresDatabase tables = PostgresDatabase.open(settings, PATIENCE, Optional.empty())) {
      tables.migrate();
    }
    try (TestCluster cluster = TestCluster.start();
        Metrics metrics = new Metrics();
        LedgerService ledger =
            new LedgerService(
                cluster.clients(), settings, Duration.ofMillis(100), MOST_WAITING, metrics)) {
      publish(cluster, MOST_WAITING + 1);

      ledger.start();

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(ledger.check().detail()).contains("now " + (MOST_WAITING + 1)));
      assertThat(difference(metrics)).isNaN();

      take(cluster, 1);

      await().atMost(PATIENCE).until(() -> ledger.check().detail().equals("balanced"));
      assertThat(difference(metrics)).isZero();
    }
  }

  private static double difference(Metrics metrics) {
    return metrics
        .registry()
        .get("dateline.ledger.difference")
        .tag("stage", "sink")
        .gauge()
        .value();
  }

  private static void publish(TestCluster cluster, int records) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            cluster.clients().common("test"), new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(Topics.ARTICLE.name(), 0, "key", new byte[] {1})).get();
      }
    }
  }

  private static void take(TestCluster cluster, long records) throws Exception {
    try (Admin admin = cluster.clients().admin()) {
      admin
          .alterConsumerGroupOffsets(
              EnrichService.GROUP,
              Map.of(new TopicPartition(Topics.ARTICLE.name(), 0), new OffsetAndMetadata(records)))
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
