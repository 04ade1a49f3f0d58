package dev.dateline.runtime.kafka;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to reach Kafka and the schema registry, and how topics are made.
 *
 * @param bootstrap comma-separated host:port pairs
 * @param registry address of a Confluent-compatible registry, with its path where it has one
 * @param partitions partitions of the article topics, fixed at creation
 * @param replication replicas of each partition
 * @param sessionTimeout after which a silent member of a group is replaced
 * @param transactionTimeout after which the broker aborts a transaction that its producer left
 * @param memberDirectory where processes of this machine keep their names in groups; empty for none
 */
public record KafkaSettings(
    String bootstrap,
    URI registry,
    int partitions,
    int replication,
    Duration sessionTimeout,
    Duration transactionTimeout,
    Optional<Path> memberDirectory) {

  /** Key of the setting that names the folder of members. */
  public static final String MEMBER_DIRECTORY = "kafka.member-dir";

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
              "The broker aborts a transaction that its producer left after this."),
          new Setting(
              MEMBER_DIRECTORY,
              ".dateline/members",
              "Folder of the names under which processes of this machine join groups, so that a"
                  + " restart goes on at once; empty for none."));

  /** The same, where no names are kept. */
  public KafkaSettings(
      String bootstrap,
      URI registry,
      int partitions,
      int replication,
      Duration sessionTimeout,
      Duration transactionTimeout) {
    this(
        bootstrap,
        registry,
        partitions,
        replication,
        sessionTimeout,
        transactionTimeout,
        Optional.empty());
  }

  public static KafkaSettings from(Settings settings) {
    return new KafkaSettings(
        settings.text("kafka.bootstrap"),
        settings.uri("kafka.registry"),
        settings.integer("kafka.partitions", 1, 1000),
        settings.integer("kafka.replication", 1, 10),
        settings.duration("kafka.session-timeout"),
        settings.duration("kafka.transaction-timeout"),
        settings.optionalText(MEMBER_DIRECTORY).map(Path::of));
  }

  /** The same, for topics of another size. */
  public KafkaSettings sized(int otherPartitions, int otherReplication) {
    return new KafkaSettings(
        bootstrap,
        registry,
        otherPartitions,
        otherReplication,
        sessionTimeout,
        transactionTimeout,
        memberDirectory);
  }

  /** The same, for other brokers and another registry. */
  public KafkaSettings at(String otherBootstrap, URI otherRegistry) {
    return new KafkaSettings(
        otherBootstrap,
        otherRegistry,
        partitions,
        replication,
        sessionTimeout,
        transactionTimeout,
        memberDirectory);
  }

  /** The same, with names that are kept in a folder. */
  public KafkaSettings withMembers(Path directory) {
    return new KafkaSettings(
        bootstrap,
        registry,
        partitions,
        replication,
        sessionTimeout,
        transactionTimeout,
        Optional.of(directory));
  }
}
