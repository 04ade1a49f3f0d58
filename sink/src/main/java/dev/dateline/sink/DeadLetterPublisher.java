package dev.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters to their topic and returns when the brokers have all of them. The key is the
 * origin, so a letter that is sent twice is one letter to whoever reads by key. Used by one thread.
 */
final class DeadLetterPublisher implements DeadLetterOutbox.Publisher, AutoCloseable {

  private static final String TOPIC = Topics.DEAD_LETTER.name();

  private final KafkaClients clients;
  private final Duration patience;
  private final AvroSerde<DeadLetter> serde;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  /**
   * @param patience after which a send has failed
   */
  DeadLetterPublisher(KafkaClients clients, Duration patience) {
    this.clients = clients;
    this.patience = patience;
    this.serde = new AvroSerde<>(DeadLetter.class, clients.registry());
  }

  @Override
  public void publish(List<DeadLetter> letters) throws InterruptedException {
    try {
      KafkaProducer<byte[], byte[]> open = producer();
      List<Future<RecordMetadata>> sends = new ArrayList<>();
      for (DeadLetter letter : letters) {
        sends.add(open.send(message(letter)));
      }
      open.flush();
      for (Future<RecordMetadata> send : sends) {
        send.get();
      }
    } catch (ExecutionException e) {
      close();
      throw new KafkaException("dead letters not published: " + e.getCause(), e.getCause());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private ProducerRecord<byte[], byte[]> message(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            TOPIC, letter.getOrigin().getBytes(UTF_8), serde.encode(TOPIC, letter));
    CloudEvents.write(
        message.headers(),
        letter.getOrigin(),
        "/dateline/sink",
        CloudEvents.DEAD_LETTER,
        letter.getFailedAt(),
        letter.getOrigin());
    return message;
  }

  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      int millis = (int) patience.toMillis();
      Map<String, Object> config = clients.common("dateline-sink-dead-letters");
      config.put(ProducerConfig.ACKS_CONFIG, "all");
      config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
      config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
      config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaClients.MAX_RECORD_BYTES);
      config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
      config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
      config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
      open = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
