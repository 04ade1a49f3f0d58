package dev.dateline.ingest;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes articles down, as the command does. */
public final class Takedowns {

  private Takedowns() {}

  /** Returns when the brokers have it. */
  public static void put(KafkaClients clients, String articleId) {
    String topic = Topics.TAKEDOWN.name();
    Takedown takedown = new Takedown(articleId, null, "a test", Instant.now(), null);
    byte[] value = new AvroSerde<>(Takedown.class, clients.registry()).encode(topic, takedown);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            clients.common("takedown"), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, articleId, value)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
