package dev.dateline.runtime.takedown;

import dev.dateline.runtime.kafka.FollowedTopic;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The ids of all articles that are taken down: read from the topic when it starts, followed from
 * then on. May be asked by any thread.
 */
public final class TakenDown implements AutoCloseable {

  private static final Duration WAIT = Duration.ofSeconds(5);

  private final AvroSerde<Takedown> serde;
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final FollowedTopic topic;

  public TakenDown(KafkaClients clients) {
    this.serde = new AvroSerde<>(Takedown.class, clients.registry());
    this.topic = new FollowedTopic(clients, Topics.TAKEDOWN, "taken-down", this::apply);
  }

  /** Begins to read. The topic must be there, or comes later. */
  public void start() {
    topic.start();
  }

  /**
   * Whether an article was taken down. Waits a while for all that was said before the start.
   *
   * @param id the article's
   * @throws KafkaException where that is not known yet; it may be asked again
   * @throws InterruptException where the thread is interrupted
   */
  public boolean contains(String id) {
    try {
      if (!topic.awaitCurrent(WAIT)) {
        throw new KafkaException(Topics.TAKEDOWN.name() + " cannot be read to its end");
      }
      return ids.contains(id);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Whether all is known that was said before the start, so that nobody has to wait. */
  public boolean isKnown() {
    return topic.isCurrent();
  }

  /** What keeps it from hearing of more, for a person; null while it is well. */
  public @Nullable String trouble() {
    return topic.trouble();
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      return;
    }
    if (stands(record.value())) {
      ids.add(record.key());
    } else {
      ids.remove(record.key());
    }
  }

  /** What cannot be read stands: nobody says that it was lifted. */
  private boolean stands(byte @Nullable [] value) {
    try {
      return value != null && serde.decode(value).getLift() == null;
    } catch (SerializationException e) {
      return true;
    }
  }

  @Override
  public void close() {
    topic.close();
  }
}
