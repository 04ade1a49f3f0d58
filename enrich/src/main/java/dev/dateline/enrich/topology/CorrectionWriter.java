package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EntityCorrection;
import dev.dateline.schemas.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Says to {@link Topics#ENTITY} what an operator says of an entity. */
public final class CorrectionWriter implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerde<EntityCorrection> serde;
  private final Clock clock;

  public CorrectionWriter(KafkaClients clients, Clock clock) {
    this.serde = new AvroSerde<>(EntityCorrection.class, clients.registry());
    this.clock = clock;
    Map<String, Object> config = clients.common("dateline-knowledge");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** An entity is wholly as given here. Returns when the brokers have it. */
  public void put(EntityDraft entity) {
    send(entity.id(), CorrectionMapping.correction(entity, clock.instant()));
  }

  /** An entity is not to be found, whatever the knowledge files say. */
  public void remove(String id) {
    send(id, CorrectionMapping.removal(id, clock.instant()));
  }

  /** What was said of an entity is taken back. */
  public void restore(String id) {
    send(id, null);
  }

  private void send(String id, @Nullable EntityCorrection correction) {
    byte[] value = correction == null ? null : serde.encode(Topics.ENTITY.name(), correction);
    try {
      producer.send(new ProducerRecord<>(Topics.ENTITY.name(), id, value)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers did not take it", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
