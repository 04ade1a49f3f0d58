package dev.dateline.enrich.topology;

import dev.dateline.runtime.metrics.Metrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of Kafka Streams, from its start to its end. */
final class StreamsRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRun.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics meters;
  private final InUseMark mark;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile @Nullable Instant runningSince;

  StreamsRun(Topology topology, Properties config, InUseMark mark, Tally tally) {
    this.mark = mark;
    streams = new KafkaStreams(topology, config, new StreamsClients(tally));
    meters = new KafkaStreamsMetrics(streams);
    streams.setStateListener((now, before) -> changed(now));
    // Not REPLACE_THREAD: a new thread has a new name in the group, and would wait for the session
    // of the old one to end.
    streams.setUncaughtExceptionHandler(
        e -> {
          failure.compareAndSet(null, e);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
  }

  void start(Metrics metrics) {
    if (mark.isSet()) {
      LOG.info("the registers were left in use, and are restored from their topics");
      streams.cleanUp();
    }
    mark.set();
    streams.start();
    metrics.bind(meters);
  }

  private void changed(State now) {
    LOG.info("enrich is {}", now);
    runningSince = now == State.RUNNING ? Instant.now() : null;
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      ended.countDown();
    }
  }

  /** Released when it has ended, by a failure or a close. */
  CountDownLatch ended() {
    return ended;
  }

  /** Why it ended; null while it runs and after an orderly close. */
  @Nullable Throwable failure() {
    return failure.get();
  }

  State state() {
    return streams.state();
  }

  /** Whether it has run for this long without a break. */
  boolean runningFor(Duration time) {
    Instant since = runningSince;
    return since != null && !since.plus(time).isAfter(Instant.now());
  }

  int partitions() {
    return (int) activeTasks().count();
  }

  private Stream<TaskMetadata> activeTasks() {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream());
  }

  /** Records of the partitions assigned here that are not committed yet. */
  long lag() {
    return activeTasks().mapToLong(StreamsRun::lag).sum();
  }

  private static long lag(TaskMetadata task) {
    Map<TopicPartition, Long> committed = task.committedOffsets();
    return task.endOffsets().entrySet().stream()
        .mapToLong(
            end ->
                Math.max(0, end.getValue() - Math.max(0, committed.getOrDefault(end.getKey(), 0L))))
        .sum();
  }

  /** Whether a consumer has a connection to a broker. */
  boolean connected() {
    for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
      MetricName name = metric.getKey();
      if (name.name().equals("connection-count")
          && name.group().equals("consumer-metrics")
          && metric.getValue().metricValue() instanceof Number count
          && count.doubleValue() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Leaves the group, so that others take over at once, and closes. */
  @Override
  public void close() {
    meters.close();
    boolean inTime =
        streams.close(
            CloseOptions.timeout(PATIENCE)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    if (inTime) {
      mark.clear();
    } else {
      LOG.warn("enrich did not end in time seconds={}", PATIENCE.toSeconds());
    }
  }
}
