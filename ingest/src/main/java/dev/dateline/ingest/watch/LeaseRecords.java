package dev.dateline.ingest.watch;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads the records of {@code news.source-lease.v1}. */
final class LeaseRecords {

  private static final Logger LOG = LoggerFactory.getLogger(LeaseRecords.class);
  private static final String TOPIC = Topics.SOURCE_LEASE.name();

  private final AvroSerde<SourceLease> serde;
  private final Clock clock;

  LeaseRecords(SchemaRegistry registry, Clock clock) {
    this.serde = new AvroSerde<>(SourceLease.class, registry);
    this.clock = clock;
  }

  /** What is wanted of a lease from now on. */
  ProducerRecord<String, byte[]> lease(int partition, SourceLease lease) {
    var record =
        new ProducerRecord<>(TOPIC, partition, lease.getToken(), serde.encode(TOPIC, lease));
    Instant now = clock.instant();
    CloudEvents.write(
        record.headers(),
        lease.getSourceId() + "@" + now.toEpochMilli(),
        "/dateline/ingest/" + lease.getSourceId(),
        CloudEvents.SOURCE_LEASE,
        now,
        lease.getSourceId());
    return record;
  }

  /** A lease is over. */
  ProducerRecord<String, byte[]> tombstone(int partition, String token) {
    return new ProducerRecord<>(TOPIC, partition, token, null);
  }

  /** Hands a record to a memory; what cannot be read is passed over. */
  void read(ConsumerRecord<String, byte[]> record, ShardMemory memory) {
    if (record.value() == null) {
      memory.removeLease(record.key());
      return;
    }
    try {
      memory.putLease(serde.decode(record.value()));
    } catch (SerializationException e) {
      LOG.warn(
          "skips a lease that cannot be read offset={} reason={}", record.offset(), e.getMessage());
    }
  }
}
