package dev.dateline.runtime.kafka;

import dev.dateline.schemas.KafkaTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic that is read from its beginning when it starts, and followed from then on.
 * After a fault it is read from its beginning again.
 */
public final class FollowedTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaTopic topic;
  private final Consumer<ConsumerRecord<String, byte[]>> each;
  private final ConsumerThread thread;
  private final CountDownLatch current = new CountDownLatch(1);

  /**
   * @param name of the thread and of its client
   * @param each takes every record, in the order of its partition, on one thread
   */
  public FollowedTopic(
      KafkaClients clients,
      KafkaTopic topic,
      String name,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    this.topic = topic;
    this.each = each;
    this.thread = new ConsumerThread(name, clients.reader("dateline-" + name), new Following());
  }

  /** Begins to read. The topic must be there, or comes later. */
  public void start() {
    thread.start();
  }

  /** Whether all was taken that was said before the start. */
  public boolean isCurrent() {
    return current.getCount() == 0;
  }

  /**
   * Waits until all was taken that was said before the start.
   *
   * @return false where it was not in this time
   */
  public boolean awaitCurrent(Duration patience) throws InterruptedException {
    return current.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What keeps it from following, for a person; null while it is well. */
  public @Nullable String trouble() {
    return thread.trouble();
  }

  @Override
  public void close() {
    thread.close();
  }

  private final class Following implements ConsumerThread.Work {

    private Map<TopicPartition, Long> ends = Map.of();

    @Override
    public void begin(KafkaConsumer<String, byte[]> consumer) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name(), PATIENCE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new KafkaException("there is no topic " + topic.name() + " yet");
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      ends = consumer.endOffsets(partitions, PATIENCE);
    }

    @Override
    public void round(KafkaConsumer<String, byte[]> consumer) {
      if (!isCurrent()
          && ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        current.countDown();
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        each.accept(record);
      }
    }
  }
}
