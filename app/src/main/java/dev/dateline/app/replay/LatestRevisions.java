package dev.dateline.app.replay;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EnrichedArticle;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a topic that is keyed by article id: of each article what was said last. */
final class LatestRevisions {

  private static final Logger LOG = LoggerFactory.getLogger(LatestRevisions.class);

  private final KafkaClients clients;
  private final AvroSerde<EnrichedArticle> serde;

  LatestRevisions(KafkaClients clients) {
    this.clients = clients;
    this.serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
  }

  /** Hands on the latest revision of each article that was not deleted. Reads the topic twice. */
  void read(String topic, Consumer<EnrichedArticle> each) {
    Map<String, Long> last = new HashMap<>();
    Replay.of(
        clients,
        topic,
        record -> {
          if (record.key() != null) {
            last.put(record.key(), record.offset());
          }
        });
    Replay.of(
        clients,
        topic,
        record -> {
          if (record.key() != null
              && record.value() != null
              && Long.valueOf(record.offset()).equals(last.get(record.key()))) {
            hand(record, each);
          }
        });
  }

  private void hand(ConsumerRecord<String, byte[]> record, Consumer<EnrichedArticle> each) {
    EnrichedArticle article;
    try {
      article = serde.decode(record.value());
    } catch (SerializationException e) {
      LOG.warn(
          "skips what cannot be read topic={} partition={} offset={}",
          record.topic(),
          record.partition(),
          record.offset());
      return;
    }
    each.accept(article);
  }
}
