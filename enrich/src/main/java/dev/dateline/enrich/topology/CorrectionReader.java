package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Corrections;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EntityCorrection;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@link Topics#ENTITY} from its beginning. For one thread. Kafka's exceptions come through;
 * a new reader then begins anew.
 */
public final class CorrectionReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CorrectionReader.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.ENTITY.name(), 0);

  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerde<EntityCorrection> serde;
  private final Map<String, EntityDraft> entities = new TreeMap<>();
  private final Set<String> removed = new TreeSet<>();

  public CorrectionReader(KafkaClients clients) {
    serde = new AvroSerde<>(EntityCorrection.class, clients.registry());
    consumer =
        new KafkaConsumer<>(
            clients.reader("dateline-entities"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
  }

  /**
   * All that was said before the call.
   *
   * @throws KafkaException where the brokers do not answer in this time
   */
  public Corrections readToEnd(Duration patience) {
    long end = consumer.endOffsets(List.of(PARTITION), patience).get(PARTITION);
    long deadline = System.nanoTime() + patience.toNanos();
    while (consumer.position(PARTITION, patience) < end) {
      if (System.nanoTime() > deadline) {
        throw new KafkaException(PARTITION.topic() + " cannot be read to its end in " + patience);
      }
      poll(Duration.ofMillis(100));
    }
    return new Corrections(entities, removed);
  }

  /** Waits so long for something new, and gives all that was said so far. */
  public Corrections poll(Duration wait) {
    ConsumerRecords<String, byte[]> records = consumer.poll(wait);
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.key() != null) {
        apply(record);
      }
    }
    return new Corrections(entities, removed);
  }

  /** What was said last of an id counts; what cannot be read says nothing. */
  private void apply(ConsumerRecord<String, byte[]> record) {
    try {
      EntityCorrection correction = record.value() == null ? null : serde.decode(record.value());
      EntityDraft entity =
          correction == null || correction.getRemoved()
              ? null
              : CorrectionMapping.entity(correction);
      entities.remove(record.key());
      removed.remove(record.key());
      if (entity != null) {
        entities.put(record.key(), entity);
      } else if (correction != null) {
        removed.add(record.key());
      }
    } catch (SerializationException | IllegalArgumentException e) {
      LOG.warn(
          "skips what cannot be read topic={} offset={} reason={}",
          record.topic(),
          record.offset(),
          e.getMessage());
    }
  }

  /** Ends a call of another thread that waits, with a {@link WakeupException}. */
  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
