package dev.dateline.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka topic: its name, how it is cleaned, and how long it keeps records.
 *
 * @param name full topic name
 * @param cleanup what Kafka does with old records
 * @param retention how long records are kept; empty means for ever (compacted topics)
 * @param partitioned whether the topic has the partitions of the article topics; otherwise it has
 *     one
 */
public record KafkaTopic(
    String name, Cleanup cleanup, Optional<Duration> retention, boolean partitioned) {

  /** A record that was replaced is gone from a compacted topic within this time. */
  public static final Duration COMPACTION_LAG = Duration.ofDays(1);

  /** The longest that a segment takes records: what expires goes with the newest beside it. */
  private static final Duration SEGMENT = Duration.ofDays(1);

  /** Cleanup policies of Kafka that Dateline uses. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  static KafkaTopic expiring(String name, Duration retention) {
    return new KafkaTopic(name, Cleanup.DELETE, Optional.of(retention), true);
  }

  static KafkaTopic compacted(String name) {
    return new KafkaTopic(name, Cleanup.COMPACT, Optional.empty(), true);
  }

  KafkaTopic unpartitioned() {
    return new KafkaTopic(name, cleanup, retention, false);
  }

  /** The topic-level Kafka configuration, for creating the topic. */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
    configuration.put("compression.type", "producer");
    retention.ifPresent(
        r -> {
          configuration.put("retention.ms", Long.toString(r.toMillis()));
          configuration.put("segment.ms", Long.toString(SEGMENT.toMillis()));
        });
    if (cleanup == Cleanup.COMPACT) {
      configuration.put("max.compaction.lag.ms", Long.toString(COMPACTION_LAG.toMillis()));
    }
    return configuration;
  }

  /** The number of partitions, given that of the article topics. */
  public int partitions(int articlePartitions) {
    return partitioned ? articlePartitions : 1;
  }
}
