package dev.dateline.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Kafka topic: its name, how it is cleaned, and how long it keeps records.
 *
 * @param name full topic name
 * @param cleanup what Kafka does with old records
 * @param retention how long records are kept; empty means for ever (compacted topics)
 * @param mostBytes that a partition keeps; empty where they are not bounded
 * @param partitioned whether the topic has the partitions of the article topics; otherwise it has
 *     one
 * @param special configuration beyond that, under Kafka's names
 */
public record KafkaTopic(
    String name,
    Cleanup cleanup,
    Optional<Duration> retention,
    OptionalLong mostBytes,
    boolean partitioned,
    Map<String, String> special) {

  /** A record that was replaced is gone from a compacted topic within this time. */
  public static final Duration COMPACTION_LAG = Duration.ofDays(1);

  /**
   * How far ahead of the brokers' clock that of a writer may be. Kafka refuses what is an hour
   * ahead, which would stop a whole service; a day is a matter of clocks, a century is not.
   */
  public static final Duration CLOCKS_APART = Duration.ofDays(1);

  /** The longest that a segment takes records: what expires goes with the newest beside it. */
  private static final Duration SEGMENT = Duration.ofDays(1);

  /**
   * For compacted topics whose few keys are written again all the time: a segment that is written
   * to is not compacted, so that in a large one all that was replaced would be read by whoever
   * starts.
   */
  public static final int SMALL_SEGMENT = 2 * 1024 * 1024;

  /** As long as that; brokers reckon with it, so it is not the largest number. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** Whole segments go: a partition that is bounded holds one more than this many of them. */
  private static final int SEGMENTS = 8;

  /** Cleanup policies of Kafka that Dateline uses. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  static KafkaTopic expiring(String name, Duration retention) {
    return new KafkaTopic(
        name, Cleanup.DELETE, Optional.of(retention), OptionalLong.empty(), true, Map.of());
  }

  static KafkaTopic compacted(String name) {
    return new KafkaTopic(
        name, Cleanup.COMPACT, Optional.empty(), OptionalLong.empty(), true, Map.of());
  }

  KafkaTopic unpartitioned() {
    return new KafkaTopic(name, cleanup, retention, mostBytes, false, special);
  }

  KafkaTopic bounded(long bytes) {
    return new KafkaTopic(name, cleanup, retention, OptionalLong.of(bytes), partitioned, special);
  }

  /** Compaction leaves its tombstones, so that they may tell something. */
  KafkaTopic keepingTombstones() {
    return with("delete.retention.ms", Long.toString(FOR_EVER.toMillis()));
  }

  KafkaTopic inSmallSegments() {
    return with("segment.bytes", Integer.toString(SMALL_SEGMENT));
  }

  private KafkaTopic with(String setting, String value) {
    return new KafkaTopic(name, cleanup, retention, mostBytes, partitioned, Map.of(setting, value));
  }

  /** The topic-level Kafka configuration, for creating the topic. */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
    configuration.put("compression.type", "producer");
    configuration.put("message.timestamp.after.max.ms", Long.toString(CLOCKS_APART.toMillis()));
    retention.ifPresent(
        r -> {
          configuration.put("retention.ms", Long.toString(r.toMillis()));
          configuration.put("segment.ms", Long.toString(SEGMENT.toMillis()));
        });
    mostBytes.ifPresent(
        bytes -> {
          configuration.put("retention.bytes", Long.toString(bytes));
          configuration.put("segment.bytes", Long.toString(bytes / SEGMENTS));
        });
    if (cleanup == Cleanup.COMPACT) {
      configuration.put("max.compaction.lag.ms", Long.toString(COMPACTION_LAG.toMillis()));
    }
    configuration.putAll(special);
    return configuration;
  }

  /** The number of partitions, given that of the article topics. */
  public int partitions(int articlePartitions) {
    return partitioned ? articlePartitions : 1;
  }
}
