package dev.dateline.runtime.kafka;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How to reach Kafka and the schema registry, and how topics are made.
 *
 * @param bootstrap comma-separated host:port pairs
 * @param registry address of a Confluent-compatible registry, with its path where it has one
 * @param partitions partitions of the article topics, fixed at creation
 * @param replication replicas of each partition
 * @param sessionTimeout after which a silent member of a group is replaced
 * @param transactionTimeout after which the broker aborts a transaction that its producer left
 */
public record KafkaSettings(
    String bootstrap,
    URI registry,
    int partitions,
    int replication,
    Duration sessionTimeout,
    Duration transactionTimeout) {

  /** The settings of this record. */
  public static final List<Setting> KEYS =
      List.of(
          new Setting("kafka.bootstrap", "127.0.0.1:9092", "Brokers, host:port, comma separated."),
          new Setting(
              "kafka.registry",
              "http://127.0.0.1:8081",
              "Schema registry that speaks the Confluent REST API, with its path."),
          new Setting(
              "kafka.partitions", "12", "Partitions of the article topics, fixed at creation."),
          new Setting("kafka.replication", "3", "Replicas of each partition."),
          new Setting(
              "kafka.session-timeout", "10s", "A silent member of a group is replaced after this."),
          new Setting(
              "kafka.transaction-timeout",
              "10s",
              "The broker aborts a transaction that its producer left after this."));

  public static KafkaSettings from(Settings settings) {
    return new KafkaSettings(
        settings.text("kafka.bootstrap"),
        settings.uri("kafka.registry"),
        settings.integer("kafka.partitions", 1, 1000),
        settings.integer("kafka.replication", 1, 10),
        settings.duration("kafka.session-timeout"),
        settings.duration("kafka.transaction-timeout"));
  }

  /** The same, for topics of another size. */
  public KafkaSettings sized(int otherPartitions, int otherReplication) {
    return new KafkaSettings(
        bootstrap, registry, otherPartitions, otherReplication, sessionTimeout, transactionTimeout);
  }

  /** The same, for other brokers and another registry. */
  public KafkaSettings at(String otherBootstrap, URI otherRegistry) {
    return new KafkaSettings(
        otherBootstrap, otherRegistry, partitions, replication, sessionTimeout, transactionTimeout);
  }
}
