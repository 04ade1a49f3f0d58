package dev.dateline.app.deadletter;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code news.deadletter.v1}: the newest letter of a key waits unless a tombstone follows.
 */
public final class DeadLetterTopic {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterTopic.class);
  private static final String TOPIC = Topics.DEAD_LETTER.name();

  private final KafkaClients clients;
  private final AvroSerde<DeadLetter> serde;

  public DeadLetterTopic(KafkaClients clients) {
    this.clients = clients;
    this.serde = new AvroSerde<>(DeadLetter.class, clients.registry());
  }

  /** Where a letter lies. */
  private record Place(int partition, long offset) {}

  /**
   * What waits, oldest failure first.
   *
   * @throws KafkaException where the brokers do not answer
   */
  public List<Waiting> waiting() {
    Map<String, Waiting> waiting = new HashMap<>();
    Replay.of(clients, TOPIC, record -> note(record, waiting));
    return waiting.values().stream()
        .sorted(Comparator.comparing(Waiting::failedAt).thenComparing(Waiting::key))
        .toList();
  }

  /**
   * Hands on letters with their bytes, in the order of their partitions. A letter whose retention
   * ended meanwhile is left out.
   */
  public void read(Collection<Waiting> wanted, BiConsumer<Waiting, DeadLetter> each) {
    Map<Place, Waiting> places =
        wanted.stream()
            .collect(
                Collectors.toMap(
                    letter -> new Place(letter.partition(), letter.offset()), letter -> letter));
    List<TopicPartition> partitions =
        wanted.stream()
            .map(Waiting::partition)
            .distinct()
            .map(partition -> new TopicPartition(TOPIC, partition))
            .toList();
    Replay.of(
        clients,
        partitions,
        record -> {
          Waiting letter = places.get(new Place(record.partition(), record.offset()));
          if (letter != null) {
            each.accept(letter, serde.decode(record.value()));
          }
        });
  }

  private void note(ConsumerRecord<String, byte[]> record, Map<String, Waiting> waiting) {
    if (record.value() == null) {
      waiting.remove(record.key());
      return;
    }
    try {
      waiting.put(record.key(), waiting(record, serde.decode(record.value())));
    } catch (SerializationException e) {
      LOG.warn(
          "skips what is no dead letter partition={} offset={} reason={}",
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private static Waiting waiting(ConsumerRecord<String, byte[]> record, DeadLetter letter) {
    return new Waiting(
        record.partition(),
        record.offset(),
        record.key(),
        letter.getArticleId(),
        letter.getStage(),
        letter.getCode(),
        letter.getMessage(),
        letter.getFailedAt(),
        CloudEvents.redrives(record.headers()),
        Obstacle.of(letter));
  }
}
