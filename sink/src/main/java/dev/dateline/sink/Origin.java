package dev.dateline.sink;

import dev.dateline.schemas.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * A record of Kafka to the byte, for a dead letter.
 *
 * @param topic name of the topic
 * @param partition number of the partition
 * @param offset the record's offset
 * @param key its key
 * @param value its value; null for a tombstone
 */
public record Origin(
    String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {

  /** The coordinates, {@code topic-partition@offset}. */
  public String coordinates() {
    return RecordKeys.origin(topic, partition, offset);
  }

  @Override
  public String toString() {
    return coordinates();
  }
}
