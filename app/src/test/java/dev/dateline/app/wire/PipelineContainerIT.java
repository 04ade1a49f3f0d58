package dev.dateline.app.wire;

import dev.dateline.sink.SinkSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The whole wire on Kafka and PostgreSQL containers. */
class PipelineContainerIT extends PipelineContract {

  private static KafkaContainer kafka;
  private static PostgreSQLContainer postgres;

  @BeforeAll
  static void start() {
    Containers.require();
    kafka = new KafkaContainer("apache/kafka:4.3.1");
    postgres = new PostgreSQLContainer("postgres:18");
    kafka.start();
    postgres.start();
  }

  @AfterAll
  static void end() {
    if (kafka != null) {
      kafka.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
  }

  @Override
  String bootstrap() {
    return kafka.getBootstrapServers();
  }

  @Override
  SinkSettings database() {
    return new SinkSettings(
        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword(), 4, 500, 8_388_608);
  }
}
