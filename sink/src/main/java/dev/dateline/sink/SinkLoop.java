package dev.dateline.sink;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.runtime.Health;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves records from one consumer to the store until it is told to stop. What cannot be stored now
 * waits: nothing more is fetched, polling goes on, and the same batch is tried again.
 */
final class SinkLoop {

  private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final double SILENCE_SECONDS = 15;
  private static final String TOPIC = Topics.ENRICHED.name();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicWatch topic;
  private final ArticleStore store;
  private final RecordReader reader;
  private final SinkListener listener;
  private final SinkMeters meters;
  private final Consumer<Health> health;
  private final Assignment assignment;
  private int most = Integer.MAX_VALUE;
  private @Nullable Metric heartbeat;
  private final Backoff backoff =
      new Backoff(System::nanoTime, Duration.ofMillis(100), Duration.ofSeconds(2));

  SinkLoop(
      KafkaConsumer<byte[], byte[]> consumer,
      Admin admin,
      ArticleStore store,
      RecordReader reader,
      SinkListener listener,
      SinkMeters meters,
      Consumer<Health> health) {
    this.consumer = consumer;
    this.topic = new TopicWatch(admin, TOPIC);
    this.store = store;
    this.reader = reader;
    this.listener = listener;
    this.meters = meters;
    this.health = health;
    this.assignment = new Assignment(consumer);
  }

  /** Runs in the thread of the consumer. Ends orderly when it is told to stop. */
  void run(BooleanSupplier stopped) {
    if (!topic.await(stopped, health)) {
      return;
    }
    consumer.subscribe(List.of(TOPIC), assignment);
    while (!stopped.getAsBoolean()) {
      Duration wait = backoff.remaining();
      boolean due = wait.isZero();
      assignment.take(consumer.poll(due || wait.compareTo(POLL) > 0 ? POLL : wait));
      if (due || backoff.remaining().isZero()) {
        step();
      }
      meters.lag(assignment.lag());
      topic.check();
    }
  }

  private void step() {
    try {
      claim();
      write();
      backoff.succeeded();
      assignment.flow();
      health.accept(wellness());
    } catch (StoreUnavailableException | RegistryUnavailableException | RetriableException e) {
      backoff.failed();
      // The batch may have been too much for the time that a transaction has.
      most = Math.max(1, assignment.longest(most) / 2);
      assignment.hold();
      LOG.warn("batch waits reason={}", e.getMessage());
      health.accept(Health.down(e.getMessage() + "; nothing is lost, it is tried again"));
    }
  }

  private Health wellness() {
    double silence = secondsSinceHeartbeat();
    if (silence > SILENCE_SECONDS) {
      return Health.down("no heartbeat with the brokers for %.0f s".formatted(silence));
    }
    if (assignment.size() > 0) {
      return Health.up(meters.describe());
    }
    return consumer.groupMetadata().generationId() < 0
        ? Health.starting("joins the group")
        : Health.up("stands by: other sinks have all partitions");
  }

  private double secondsSinceHeartbeat() {
    if (heartbeat == null) {
      heartbeat =
          consumer.metrics().values().stream()
              .filter(m -> m.metricName().name().equals("last-heartbeat-seconds-ago"))
              .findFirst()
              .orElse(null);
    }
    return heartbeat != null && heartbeat.metricValue() instanceof Double seconds ? seconds : 0;
  }

  private void claim() {
    Set<TopicPartition> partitions = assignment.unclaimed();
    if (partitions.isEmpty()) {
      return;
    }
    TopicIdentity identity = topic.identity();
    String group = consumer.groupMetadata().groupId();
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    for (TopicPartition partition : partitions) {
      if (assignment.isContested(partition) && !isMember(partition)) {
        break;
      }
      Claim claim =
          store.claim(
              new SinkPartition(
                  identity.clusterId(), identity.topicId(), group, TOPIC, partition.partition()));
      FaultPoint.SINK_CLAIMED.pass();
      long position =
          claim
              .nextOffset()
              .orElseGet(() -> consumer.beginningOffsets(Set.of(partition)).get(partition));
      assignment.claimed(partition, claim, position);
      positions.put(partition, new OffsetAndMetadata(position));
      LOG.info(
          "partition claimed partition={} epoch={} offset={}", partition, claim.epoch(), position);
    }
    // The last commit of a former owner may be lost, and a quiet partition would show a lag for
    // ever.
    commit(positions);
  }

  /**
   * Whether the group still counts this consumer as a member: only then may a partition be claimed
   * again after a fenced write. The successor of a frozen consumer keeps its claim this way.
   */
  private boolean isMember(TopicPartition partition) {
    OffsetAndMetadata known = consumer.committed(Set.of(partition), PATIENCE).get(partition);
    try {
      consumer.commitSync(
          Map.of(partition, known == null ? new OffsetAndMetadata(0) : known), PATIENCE);
      return true;
    } catch (CommitFailedException | RebalanceInProgressException e) {
      LOG.info("partition is no longer ours partition={}", partition);
      return false;
    }
  }

  /** Stores what waits, in one transaction, or in several after a failure. */
  private void write() {
    Map<TopicPartition, Assignment.Waiting> head = assignment.head(most);
    while (!head.isEmpty()) {
      write(head);
      head = assignment.head(most);
    }
    most = most > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : most * 2;
  }

  private void write(Map<TopicPartition, Assignment.Waiting> head) {
    List<Slice> slices = new ArrayList<>();
    head.forEach(
        (partition, part) -> {
          Claim claim = assignment.claim(partition);
          List<Row> rows = part.records().stream().map(reader::read).toList();
          slices.add(new Slice(claim, part.nextOffset(), rows));
        });
    FaultPoint.SINK_BATCH_READ.pass();
    WriteResult result = store.write(slices);
    if (result instanceof WriteResult.Written written) {
      FaultPoint.SINK_COMMITTED.pass();
      assignment.stored(head);
      commit(ends(slices));
      report(written);
    } else if (result instanceof WriteResult.Fenced fenced) {
      LOG.warn("write was fenced partition={}", fenced.partition());
      assignment.fenced(new TopicPartition(TOPIC, fenced.partition().number()));
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(List<Slice> slices) {
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    for (Slice slice : slices) {
      ends.put(
          new TopicPartition(TOPIC, slice.claim().partition().number()),
          new OffsetAndMetadata(slice.nextOffset()));
    }
    return ends;
  }

  /** For tools that show the lag; the sink itself begins where the store says. */
  private void commit(Map<TopicPartition, OffsetAndMetadata> positions) {
    consumer.commitAsync(
        positions,
        (committed, failure) -> {
          if (failure != null) {
            LOG.debug("offsets not committed to Kafka reason={}", failure.getMessage());
          }
        });
  }

  private void report(WriteResult.Written written) {
    meters.count(written);
    for (EnrichedArticle article : written.stored()) {
      listener.stored(article);
    }
    written.dead().forEach(listener::dead);
  }
}
