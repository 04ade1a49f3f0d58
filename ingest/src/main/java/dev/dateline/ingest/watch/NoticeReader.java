package dev.dateline.ingest.watch;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands notices to the shards that this process owns. The offsets that it commits only spare a
 * successor the reading: what was taken is told by the state of each source, in the transaction of
 * its effects.
 */
final class NoticeReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeReader.class);
  private static final String TOPIC = Topics.SOURCE_NOTICE.name();
  private static final String GROUP = "dateline-ingest-notices";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  /** Notices of a partition that wait in memory; each may hold a document. */
  private static final int MOST_OPEN = 100;

  private final KafkaClients clients;
  private final AvroSerde<SourceNotice> serde;
  private final Map<Integer, Shard> shards;
  private final Map<Integer, Shard> followed = new HashMap<>();
  private final Map<Integer, Long> committed = new HashMap<>();
  private final Thread thread = new Thread(this::run, "notices");
  private volatile boolean closing;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  /**
   * @param shards those of this process, by partition; changes while it runs
   */
  NoticeReader(KafkaClients clients, AvroSerde<SourceNotice> serde, Map<Integer, Shard> shards) {
    this.clients = clients;
    this.serde = serde;
    this.shards = shards;
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closing) {
      try (KafkaConsumer<String, byte[]> opened = open()) {
        consumer = opened;
        followed.clear();
        committed.clear();
        while (!closing) {
          follow(opened);
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("woken up");
      } catch (KafkaException | RegistryUnavailableException e) {
        LOG.warn("reading notices is tried again reason={}", e.toString());
        sleep(PAUSE);
      } finally {
        consumer = null;
      }
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    Map<String, Object> configuration = clients.consumer(GROUP, "dateline-notices");
    configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_OPEN);
    return new KafkaConsumer<>(
        configuration, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void follow(KafkaConsumer<String, byte[]> opened) {
    assign(opened);
    if (followed.isEmpty()) {
      sleep(POLL);
      return;
    }
    for (ConsumerRecord<String, byte[]> record : opened.poll(POLL)) {
      Shard shard = followed.get(record.partition());
      if (shard != null && record.value() != null) {
        take(shard, record);
      }
    }
    commit(opened);
  }

  /**
   * Follows the shards that are open; one that was taken over anew goes on where it is known to.
   */
  private void assign(KafkaConsumer<String, byte[]> opened) {
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
      opened.assign(kept); // so that the others begin where they are committed
      opened.assign(now.keySet().stream().map(NoticeReader::place).toList());
      followed.clear();
      followed.putAll(now);
      committed.keySet().retainAll(now.keySet());
    }
    for (Map.Entry<Integer, Shard> entry : followed.entrySet()) {
      List<TopicPartition> one = List.of(place(entry.getKey()));
      if (entry.getValue().notices().open() >= MOST_OPEN) {
        opened.pause(one);
      } else {
        opened.resume(one);
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

  private void commit(KafkaConsumer<String, byte[]> opened) {
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
      opened.commitSync(offsets);
    }
  }

  private static TopicPartition place(int partition) {
    return new TopicPartition(TOPIC, partition);
  }

  private void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    KafkaConsumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    if (thread.getState() != Thread.State.NEW) {
      try {
        thread.join(CLOSE_PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
