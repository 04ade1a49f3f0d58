package dev.dateline.sink;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.MemberName;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EnrichedArticle;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores the enriched topic. Several of them share its partitions. */
public final class SinkWorker implements Service {

  /** The consumer group of all sinks. */
  public static final String GROUP = "dateline-sink";

  private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
  private static final Duration RESTART = Duration.ofSeconds(2);
  private static final long CLOSE_MILLIS = 15_000;

  private final KafkaClients clients;
  private final SinkSettings settings;
  private final ArticleStore store;
  private final SinkListener listener;
  private final Metrics metrics;
  private final SinkMeters meters;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "sink");
  private volatile Health health = Health.starting("not started");
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

  public SinkWorker(
      KafkaClients clients,
      SinkSettings settings,
      ArticleStore store,
      SinkListener listener,
      Metrics metrics) {
    this.clients = clients;
    this.settings = settings;
    this.store = store;
    this.listener = listener;
    this.metrics = metrics;
    this.meters = new SinkMeters(metrics);
  }

  @Override
  public String name() {
    return "sink";
  }

  @Override
  public void start() {
    health = Health.starting("joins the group " + GROUP);
    thread.start();
  }

  @Override
  public Health check() {
    return health;
  }

  private void run() {
    try (MemberName member = MemberName.of(clients.settings(), GROUP)) {
      while (stop.getCount() > 0) {
        consume(member);
        if (stop.await(RESTART.toMillis(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
      health = Health.stopped();
    } catch (InterruptedException e) {
      health = Health.down("interrupted");
    } catch (Error e) {
      health = Health.down("stopped by " + e.getClass().getSimpleName() + "; restart the process");
      throw e;
    }
  }

  /** The life of one consumer; a fault that it does not survive ends in another one. */
  private void consume(MemberName member) {
    try (Admin admin = clients.admin();
        KafkaConsumer<byte[], byte[]> created = newConsumer(member);
        KafkaClientMetrics kafka = new KafkaClientMetrics(created)) {
      consumer = created;
      metrics.bind(kafka);
      AvroSerde<EnrichedArticle> serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
      RecordReader reader = new RecordReader(serde, Clock.systemUTC());
      try {
        new SinkLoop(created, admin, store, reader, listener, meters, state -> health = state)
            .run(() -> stop.getCount() == 0);
      } finally {
        MemberName.leave(created);
      }
    } catch (WakeupException e) {
      LOG.debug("consumer woken up to stop");
    } catch (OffsetOutOfRangeException e) {
      // Skipping to what is left would pass over articles in silence.
      LOG.error("offsets are not in Kafka partitions={}", e.offsetOutOfRangePartitions());
      health =
          Health.down(
              "Kafka has no record at "
                  + e.offsetOutOfRangePartitions()
                  + ": the topic was cut or restored. To store it from its start again, delete the"
                  + " rows of these partitions in the table sink_offset");
    } catch (RuntimeException e) {
      LOG.error("consumer failed and is replaced", e);
      member.failed(e);
      health = Health.down("the consumer failed and is replaced: " + e.getMessage());
    } finally {
      consumer = null;
    }
  }

  private KafkaConsumer<byte[], byte[]> newConsumer(MemberName member) {
    Map<String, Object> config = clients.consumer(GROUP, "dateline-sink");
    member.name(config);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRecords());
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, settings.batchBytes());
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    stop.countDown();
    KafkaConsumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(CLOSE_MILLIS);
      if (thread.isAlive()) {
        LOG.warn("sink does not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
