package dev.dateline.ingest.watch;

import dev.dateline.ingest.poll.Change;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.PollMemory;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.WatchedSource;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and reads the records of {@code news.source-state.v1}, and reads {@code news.source.v1}.
 */
final class ShardRecords {

  private static final Logger LOG = LoggerFactory.getLogger(ShardRecords.class);
  private static final String TOPIC = Topics.SOURCE_STATE.name();

  private final AvroSerde<PollMemory> serde;
  private final AvroSerde<WatchedSource> definitions;
  private final Clock clock;

  ShardRecords(SchemaRegistry registry, Clock clock) {
    this.serde = new AvroSerde<>(PollMemory.class, registry);
    this.definitions = new AvroSerde<>(WatchedSource.class, registry);
    this.clock = clock;
  }

  /** The type of the event that a poll is: what it met. */
  static String type(Polled polled) {
    return polled.gap()
        ? CloudEvents.SOURCE_GAP
        : polled.failure() != null ? CloudEvents.SOURCE_FAILED : CloudEvents.SOURCE_POLLED;
  }

  /**
   * What is remembered of a source.
   *
   * @param type of the event after which that is so
   */
  ProducerRecord<String, byte[]> state(
      int partition, String sourceId, SourceState state, String type) {
    PollMemory memory = new PollMemory(sourceId, state, null);
    return record(partition, sourceId, sourceId, serde.encode(TOPIC, memory), type);
  }

  /** What is remembered of an item after a poll. */
  ProducerRecord<String, byte[]> item(int partition, String sourceId, Change change) {
    String key = sourceId + "/" + change.item().getArticleId();
    byte[] value =
        change.forgotten()
            ? null
            : serde.encode(TOPIC, new PollMemory(sourceId, null, change.item()));
    return record(partition, key, sourceId, value, CloudEvents.SOURCE_ITEM);
  }

  /** Hands what a record remembers to a memory; what cannot be read is passed over. */
  void read(ConsumerRecord<String, byte[]> record, ShardMemory memory) {
    try {
      memory.apply(record.key(), record.value() == null ? null : serde.decode(record.value()));
    } catch (SerializationException e) {
      LOG.warn(
          "skips what cannot be read topic={} partition={} offset={} reason={}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  /** The source that a record of {@code news.source.v1} states; empty where it cannot be read. */
  Optional<WatchedSource> definition(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(definitions.decode(record.value()));
    } catch (SerializationException e) {
      LOG.warn("skips a source that cannot be read id={} reason={}", record.key(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Takes back what was remembered under a key. */
  ProducerRecord<String, byte[]> tombstone(int partition, String key) {
    return new ProducerRecord<>(TOPIC, partition, key, null);
  }

  private ProducerRecord<String, byte[]> record(
      int partition, String key, String sourceId, byte @Nullable [] value, String type) {
    var record = new ProducerRecord<>(TOPIC, partition, key, value);
    Instant now = clock.instant();
    CloudEvents.write(
        record.headers(),
        key + "@" + now.toEpochMilli(),
        "/dateline/ingest/" + sourceId,
        type,
        now,
        sourceId);
    return record;
  }
}
