package dev.dateline.ingest.watch;

import dev.dateline.runtime.kafka.ConsumerThread;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands notices to the shards that this process owns. The offsets that it commits only spare a
 * successor the reading: what was taken is told by the state of each source, in the transaction of
 * its effects.
 */
final class NoticeReader implements ConsumerThread.Work, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeReader.class);
  private static final String TOPIC = Topics.SOURCE_NOTICE.name();
  private static final String GROUP = "dateline-ingest-notices";
  private static final Duration POLL = Duration.ofMillis(200);

  /** Notices of a partition that wait in memory, most of them without their documents. */
  private static final int MOST_OPEN = 10_000;

  /** What is fetched ahead, in bytes. */
  private static final int MOST_FETCHED = 8 * 1024 * 1024;

  private final AvroSerde<SourceNotice> serde;
  private final Map<Integer, Shard> shards;
  private final Clock clock;
  private final Map<Integer, Shard> followed = new HashMap<>();
  private final Map<Integer, Long> committed = new HashMap<>();
  private final ConsumerThread thread;

  /**
   * @param shards those of this process, by partition; changes while it runs
   */
  NoticeReader(
      KafkaClients clients,
      AvroSerde<SourceNotice> serde,
      Map<Integer, Shard> shards,
      Clock clock) {
    this.serde = serde;
    this.clock = clock;
    this.shards = shards;
    this.thread = new ConsumerThread("notices", configuration(clients), this);
  }

  void start() {
    thread.start();
  }

  /** What keeps it from reading, for a person; null while it is well. */
  @Nullable String trouble() {
    return thread.trouble();
  }

  private static Map<String, Object> configuration(KafkaClients clients) {
    Map<String, Object> configuration = clients.consumer(GROUP, "dateline-notices");
    configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_FETCHED);
    return configuration;
  }

  @Override
  public void begin(KafkaConsumer<String, byte[]> consumer) {
    followed.clear();
    committed.clear();
  }

  @Override
  public void round(KafkaConsumer<String, byte[]> consumer) {
    assign(consumer);
    if (followed.isEmpty()) {
      sleep();
      return;
    }
    Instant before = clock.instant();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      Shard shard = followed.get(record.partition());
      if (shard != null && record.value() != null) {
        take(shard, record);
      }
    }
    followed.forEach(
        (partition, shard) -> {
          if (isRead(consumer, place(partition))) {
            shard.heardUntil(before);
          }
        });
    commit(consumer);
  }

  /** Whether nothing lies in a partition that was not handed on. */
  private static boolean isRead(KafkaConsumer<?, ?> consumer, TopicPartition partition) {
    OptionalLong lag = consumer.currentLag(partition);
    return lag.isPresent() && lag.getAsLong() == 0 && !consumer.paused().contains(partition);
  }

  /**
   * Follows the shards that are open; one that was taken over anew goes on where it is known to.
   */
  private void assign(KafkaConsumer<String, byte[]> consumer) {
    Map<Integer, Shard> now =
        shards.entrySet().stream()
            .filter(entry -> entry.getValue().isOpen())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (!now.equals(followed)) {
      List<TopicPartition> kept =
          now.entrySet().stream()
              .filter(entry -> entry.getValue().equals(followed.get(entry.getKey())))
              .map(entry -> place(entry.getKey()))
              .toList();
      consumer.assign(kept); // so that the others begin where they are committed
      consumer.assign(now.keySet().stream().map(NoticeReader::place).toList());
      followed.clear();
      followed.putAll(now);
      committed.keySet().retainAll(now.keySet());
    }
    for (Map.Entry<Integer, Shard> entry : followed.entrySet()) {
      List<TopicPartition> one = List.of(place(entry.getKey()));
      if (entry.getValue().notices().open() >= MOST_OPEN) {
        consumer.pause(one);
      } else {
        consumer.resume(one);
      }
    }
  }

  private void take(Shard shard, ConsumerRecord<String, byte[]> record) {
    try {
      shard.notice(serde.decode(record.value()), record.offset());
    } catch (SerializationException e) {
      LOG.warn(
          "skips a notice that cannot be read partition={} offset={} reason={}",
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private void commit(KafkaConsumer<String, byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    followed.forEach(
        (partition, shard) ->
            shard
                .notices()
                .next()
                .ifPresent(
                    next -> {
                      if (!Long.valueOf(next).equals(committed.put(partition, next))) {
                        offsets.put(place(partition), new OffsetAndMetadata(next));
                      }
                    }));
    if (!offsets.isEmpty()) {
      consumer.commitSync(offsets);
    }
  }

  private static TopicPartition place(int partition) {
    return new TopicPartition(TOPIC, partition);
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
