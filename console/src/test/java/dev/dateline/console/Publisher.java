package dev.dateline.console;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes enriched articles as the enricher does, one transaction each. */
final class Publisher implements AutoCloseable {

  private static final String TOPIC = Topics.ENRICHED.name();

  private final Producer<String, byte[]> producer;
  private final AvroSerde<EnrichedArticle> serde;

  Publisher(KafkaClients clients) {
    serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    producer =
        new KafkaProducer<>(
            clients.producer("publisher"), new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  void publish(EnrichedArticle event) {
    producer.beginTransaction();
    producer.send(record(event));
    producer.commitTransaction();
  }

  /** Sends and takes it back: nobody may see it. */
  void abort(EnrichedArticle event) {
    producer.beginTransaction();
    producer.send(record(event));
    producer.flush();
    producer.abortTransaction();
  }

  /** A value of any kind under a key; null is a tombstone. */
  void publish(String key, byte[] value) {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(TOPIC, 0, key, value));
    producer.commitTransaction();
  }

  private ProducerRecord<String, byte[]> record(EnrichedArticle event) {
    String key = RecordKeys.revision(event.getId(), event.getRevision());
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(TOPIC, key, serde.encode(TOPIC, event));
    CloudEvents.write(
        record.headers(),
        key,
        "/dateline/enrich",
        CloudEvents.ARTICLE_ENRICHED,
        event.getEnrichedAt(),
        event.getId());
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
