package dev.dateline.runtime.takedown;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ids of all articles that were taken down: read from the topic when it starts, followed from
 * then on. May be asked by any thread.
 */
public final class TakenDown implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TakenDown.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final CountDownLatch known = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "taken-down");
  private volatile @Nullable KafkaConsumer<String, byte[]> following;

  public TakenDown(KafkaClients clients) {
    this.clients = clients;
    thread.setDaemon(true);
  }

  /** Begins to read. The topic must be there, or comes later. */
  public void start() {
    thread.start();
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
      if (!known.await(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new KafkaException(Topics.TAKEDOWN.name() + " cannot be read to its end");
      }
      return ids.contains(id);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Whether all is known that was said before the start, so that nobody has to wait. */
  public boolean isKnown() {
    return known.getCount() == 0;
  }

  private void run() {
    while (!closed(Duration.ZERO)) {
      try (KafkaConsumer<String, byte[]> consumer =
          new KafkaConsumer<>(
              clients.reader("dateline-taken-down"),
              new StringDeserializer(),
              new ByteArrayDeserializer())) {
        following = consumer;
        follow(consumer);
      } catch (WakeupException e) {
        LOG.debug("woken up to end");
      } catch (RuntimeException e) {
        LOG.warn("takedowns cannot be followed, tries again reason={}", e.getMessage());
      } finally {
        following = null;
      }
      closed(PAUSE);
    }
  }

  private void follow(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.TAKEDOWN.name(), PATIENCE).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("there is no topic " + Topics.TAKEDOWN.name() + " yet");
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    while (!closed(Duration.ZERO)) {
      if (!isKnown() && partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
        known.countDown();
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        apply(record);
      }
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      return;
    }
    if (record.value() == null) {
      ids.remove(record.key());
    } else {
      ids.add(record.key());
    }
  }

  /** Waits so long for the end; true where it has come. */
  private boolean closed(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<String, byte[]> consumer = following;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
