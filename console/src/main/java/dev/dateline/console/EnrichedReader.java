package dev.dateline.console;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.metrics.Outcome;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
 * Reads every partition of the enriched topic, from a little before its end, into the feed. It
 * belongs to no group and stores no offsets. Faults of Kafka or of the registry are retried for as
 * long as it runs; a record that cannot be decoded is counted and passed over.
 */
final class EnrichedReader implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(EnrichedReader.class);
  private static final String TOPIC = Topics.ENRICHED.name();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_AFTER = Duration.ofSeconds(10);

  private final KafkaClients clients;
  private final Metrics metrics;
  private final ArticleFeed feed;
  private final int history;
  private final Counter taken;
  private final Counter undecodable;
  private final AvroSerde<EnrichedArticle> serde;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private volatile Health health = Health.starting("not started");
  private volatile long lag;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Consumer<?, ?> reading;

  EnrichedReader(KafkaClients clients, Metrics metrics, ArticleFeed feed, int history) {
    this.clients = clients;
    this.metrics = metrics;
    this.feed = feed;
    this.history = history;
    this.taken = metrics.articles("console", Outcome.IN);
    this.undecodable = metrics.articles("console", Outcome.DEAD);
    this.serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    metrics.lag("console", () -> lag);
  }

  /** The state now. */
  Health health() {
    return health;
  }

  /** Asks it to end. */
  void stop() {
    stopped.countDown();
    Consumer<?, ?> now = reading;
    if (now != null) {
      now.wakeup();
    }
  }

  private boolean stopping() {
    return stopped.getCount() == 0;
  }

  @Override
  public void run() {
    health = Health.starting("looks for Kafka");
    while (!stopping()) {
      try {
        read();
      } catch (WakeupException | InterruptException e) {
        LOG.debug("reader woken");
      } catch (RegistryUnavailableException e) {
        fault("The schema registry at " + clients.settings().registry() + " does not answer.", e);
      } catch (KafkaException e) {
        fault("Kafka at " + clients.settings().bootstrap() + " does not answer.", e);
      }
    }
    health = Health.stopped();
  }

  private void fault(String what, RuntimeException cause) {
    health = Health.down(what);
    LOG.warn("reader retries cause={}", cause.toString());
    pause();
  }

  private void read() {
    try (Consumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                clients.reader("dateline-console"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        KafkaClientMetrics binder = new KafkaClientMetrics(consumer)) {
      reading = consumer;
      metrics.bind(binder);
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      seek(consumer, partitions);
      follow(consumer, partitions);
    }
  }

  private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    while (!stopping()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC, PATIENCE).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      if (!partitions.isEmpty()) {
        return partitions;
      }
      health = Health.starting("waits for the topic " + TOPIC);
      pause();
    }
    return List.of();
  }

  /** Goes on where it was; where that is unknown, a little before the end. */
  private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    for (TopicPartition partition : partitions) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, 0L);
      Long known = positions.get(partition);
      boolean usable = known != null && known >= beginning && known <= end;
      consumer.seek(partition, usable ? known : Math.max(beginning, end - history));
    }
  }

  private void follow(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    long lookedAfter = System.nanoTime();
    while (!stopping()) {
      try {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record);
          positions.put(new TopicPartition(TOPIC, record.partition()), record.offset() + 1);
        }
        health = Health.up("follows " + partitions.size() + " partitions");
      } catch (InvalidOffsetException e) {
        LOG.warn("offsets are gone partitions={}", e.partitions());
        e.partitions().forEach(positions::remove);
        seek(consumer, e.partitions());
      }
      if (System.nanoTime() - lookedAfter > LOOK_AFTER.toNanos()) {
        lag = behind(consumer, partitions);
        lookedAfter = System.nanoTime();
      }
    }
  }

  /** Asks the brokers, since polling alone is silent about brokers that are gone. */
  private static long behind(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    return partitions.stream()
        .mapToLong(p -> Math.max(0, ends.getOrDefault(p, 0L) - consumer.position(p, PATIENCE)))
        .sum();
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      forget(record.key());
      return;
    }
    try {
      EnrichedArticle event = serde.decode(record.value());
      String position = TOPIC + "-" + record.partition() + ":" + record.offset();
      feed.add(position, record.timestamp(), record.serializedValueSize(), event);
      taken.increment();
    } catch (SerializationException e) {
      undecodable.increment();
      LOG.warn(
          "record passed over partition={} offset={} cause={}",
          record.partition(),
          record.offset(),
          e.getClass().getSimpleName());
    }
  }

  private void forget(@Nullable String key) {
    if (key == null) {
      return;
    }
    String id = RecordKeys.articleId(key);
    if (id.length() < key.length()) {
      try {
        feed.remove(id, Integer.parseInt(key.substring(id.length() + 1)));
      } catch (NumberFormatException e) {
        LOG.warn("tombstone without a revision passed over");
      }
    }
  }

  private void pause() {
    try {
      stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }
}
