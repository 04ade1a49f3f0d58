package dev.dateline.benchmarks;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.PollMemory;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How late polls are: the time between when a source was to be asked, by its state, and when it had
 * been asked, by its next state. A poll itself is counted among it.
 */
final class PollLag implements AutoCloseable {

  private final AvroSerde<PollMemory> serde;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, SourceState> states = new HashMap<>();
  private final Set<String> failing = new HashSet<>();
  private final List<Double> seconds = new ArrayList<>();

  PollLag(KafkaClients clients) {
    this.serde = new AvroSerde<>(PollMemory.class, clients.registry());
    this.consumer =
        new KafkaConsumer<>(
            clients.reader("poll-lag"), new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.SOURCE_STATE.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads for a while. */
  void follow(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        if (record.value() != null) {
          take(serde.decode(record.value()));
        }
      }
    }
  }

  private void take(PollMemory memory) {
    SourceState now = memory.getState();
    if (now == null) {
      return;
    }
    SourceState before = states.put(memory.getSourceId(), now);
    if (now.getStatus() == SourceStatus.FAILING) {
      failing.add(memory.getSourceId());
    } else if (before != null && now.getPolledAt() != null) {
      seconds.add(Duration.between(before.getNextPollAt(), now.getPolledAt()).toMillis() / 1_000.0);
    }
  }

  /** Sources that were asked at least once. */
  int asked() {
    return states.size();
  }

  /** Sources that failed at least once. */
  int failed() {
    return failing.size();
  }

  /** The lags since the last call, of polls that went well, in seconds, in ascending order. */
  List<Double> drain() {
    List<Double> drained = seconds.stream().sorted().toList();
    seconds.clear();
    return drained;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
