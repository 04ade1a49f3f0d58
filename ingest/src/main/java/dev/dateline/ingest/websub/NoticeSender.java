package dev.dateline.ingest.websub;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Hands notices to whoever watches their source. Threads may share one. */
final class NoticeSender implements Notices, AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;

  private final AvroSerde<SourceNotice> serde;
  private final KafkaProducer<String, byte[]> producer;

  NoticeSender(KafkaClients clients, AvroSerde<SourceNotice> serde) {
    this.serde = serde;
    Map<String, Object> config = clients.common("dateline-notices");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaClients.MAX_RECORD_BYTES + 64 * 1024);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MILLIS);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void send(SourceNotice notice, int partition) throws InterruptedException {
    String topic = Topics.SOURCE_NOTICE.name();
    try {
      var record =
          new ProducerRecord<>(topic, partition, notice.getSourceId(), serde.encode(topic, notice));
      CloudEvents.write(
          record.headers(),
          notice.getToken().substring(0, 8) + "@" + notice.getReceivedAt().toEpochMilli(),
          "/dateline/ingest/" + notice.getSourceId(),
          CloudEvents.SOURCE_NOTICE,
          notice.getReceivedAt(),
          notice.getSourceId());
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers did not take a notice", e.getCause());
    } catch (RegistryUnavailableException e) {
      throw new KafkaException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(PATIENCE_MILLIS));
  }
}
