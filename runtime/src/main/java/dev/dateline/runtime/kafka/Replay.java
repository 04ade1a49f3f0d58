package dev.dateline.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed in partitions of a topic now, from the beginning or from offsets. */
public final class Replay {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Replay() {}

  /**
   * Hands on every record of a topic that was committed before the call, partition by partition in
   * order.
   *
   * @throws KafkaException where the brokers do not answer, or stop to
   */
  public static void of(
      KafkaClients clients, String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(clients)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic, PATIENCE).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      begin(consumer, partitions);
      read(clients, consumer, partitions, each);
    }
  }

  /**
   * The same, of some partitions, each from an offset on; one that is gone counts as the first that
   * is there.
   */
  public static void from(
      KafkaClients clients,
      Map<TopicPartition, Long> offsets,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(clients)) {
      consumer.assign(offsets.keySet());
      Map<TopicPartition, Long> first = consumer.beginningOffsets(offsets.keySet(), PATIENCE);
      offsets.forEach(
          (partition, offset) ->
              consumer.seek(partition, Math.max(offset, first.getOrDefault(partition, 0L))));
      read(clients, consumer, offsets.keySet(), each);
    }
  }

  /** The same, of some partitions. */
  public static void of(
      KafkaClients clients,
      Collection<TopicPartition> partitions,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(clients)) {
      begin(consumer, partitions);
      read(clients, consumer, partitions, each);
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(KafkaClients clients) {
    return new KafkaConsumer<>(
        clients.reader("dateline-replay"), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static void begin(
      KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads assigned partitions from where the consumer stands. */
  private static void read(
      KafkaClients clients,
      KafkaConsumer<String, byte[]> consumer,
      Collection<TopicPartition> partitions,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    Map<TopicPartition, Long> ends = ends(clients, partitions);
    // What an open transaction holds back is readable when its time is over at the latest.
    long patience = PATIENCE.plus(clients.settings().transactionTimeout()).toNanos();
    long deadline = System.nanoTime() + patience;
    while (!isAt(consumer, ends)) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        each.accept(record);
        deadline = System.nanoTime() + patience;
      }
      if (System.nanoTime() > deadline) {
        throw new KafkaException("reading " + partitions + " to their end stands still");
      }
    }
  }

  /**
   * Ends that count what lies behind a transaction that is still open: it may be committed already,
   * and the consumer, whose own ends stop before that transaction, would miss it.
   */
  private static Map<TopicPartition, Long> ends(
      KafkaClients clients, Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try (Admin admin = clients.admin()) {
      Map<TopicPartition, ListOffsetsResultInfo> found =
          admin
              .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
              .all()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Map<TopicPartition, Long> ends = new HashMap<>();
      found.forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("the ends of " + partitions + " are not known", e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("no answer from the brokers about " + partitions, e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static boolean isAt(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
  }
}
