package dev.dateline.sink;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a consumer: what is claimed of them, and what was polled and is not stored yet.
 * Used by the consumer's thread alone.
 *
 * <p>A partition is paused until its claim says where to begin. That may take a while, when the
 * database is away; meanwhile the consumer goes on polling and so remains in its group.
 */
final class Assignment implements ConsumerRebalanceListener {

  /**
   * Records that wait to be stored.
   *
   * @param records in order; may be empty where only transaction markers were passed
   * @param nextOffset the consumer's position behind them
   */
  record Waiting(List<ConsumerRecord<byte[], byte[]>> records, long nextOffset) {

    /** The first records alone. */
    Waiting head(int most) {
      return records.size() <= most
          ? this
          : new Waiting(records.subList(0, most), records.get(most).offset());
    }

    /** What is left behind a head; null where nothing is. */
    @Nullable Waiting after(Waiting head) {
      int done = head.records.size();
      return done == records.size()
          ? null
          : new Waiting(records.subList(done, records.size()), nextOffset);
    }
  }

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Claim> claims = new HashMap<>();
  private final Map<TopicPartition, Long> begun = new HashMap<>();
  private final Set<TopicPartition> unclaimed = new HashSet<>();
  private final Set<TopicPartition> contested = new HashSet<>();
  private final Map<TopicPartition, Waiting> waiting = new HashMap<>();

  Assignment(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      // Without a position the consumer would look for a committed offset, and fail where none is.
      consumer.seek(partition, 0);
    }
    consumer.pause(partitions);
    unclaimed.addAll(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      claims.remove(partition);
      unclaimed.remove(partition);
      contested.remove(partition);
      waiting.remove(partition);
    }
  }

  /** Partitions without a claim. */
  Set<TopicPartition> unclaimed() {
    return Set.copyOf(unclaimed);
  }

  /** Whether a partition was claimed before and a write was fenced. */
  boolean isContested(TopicPartition partition) {
    return contested.contains(partition);
  }

  /** Begins with a partition where its claim says. */
  void claimed(TopicPartition partition, Claim claim, long position) {
    consumer.seek(partition, position);
    claims.put(partition, claim);
    begun.put(partition, position);
    unclaimed.remove(partition);
    contested.remove(partition);
  }

  /** Forgets a claim that a write showed to be void, with what waits under it. */
  void fenced(TopicPartition partition) {
    consumer.pause(Set.of(partition));
    claims.remove(partition);
    waiting.remove(partition);
    unclaimed.add(partition);
    contested.add(partition);
  }

  /** The claim under which records wait. */
  Claim claim(TopicPartition partition) {
    return Objects.requireNonNull(claims.get(partition), "records wait under a claim alone");
  }

  /** Takes what a poll returned; without any records, what lies behind transaction markers. */
  void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      waiting.put(partition, new Waiting(records.records(partition), consumer.position(partition)));
    }
    if (records.isEmpty() && waiting.isEmpty()) {
      claims.forEach(this::takeMarkers);
    }
  }

  private void takeMarkers(TopicPartition partition, Claim claim) {
    long position = consumer.position(partition);
    if (position > claim.nextOffset().orElse(begun.getOrDefault(partition, position))) {
      waiting.put(partition, new Waiting(List.of(), position));
    }
  }

  /** What waits, of each partition the first records alone. */
  Map<TopicPartition, Waiting> head(int most) {
    Map<TopicPartition, Waiting> head = new HashMap<>();
    waiting.forEach((partition, slice) -> head.put(partition, slice.head(most)));
    return head;
  }

  /** The most records that wait of one partition, at most a bound. */
  int longest(int bound) {
    return waiting.values().stream()
        .mapToInt(slice -> Math.min(bound, slice.records().size()))
        .max()
        .orElse(0);
  }

  /** These are stored. */
  void stored(Map<TopicPartition, Waiting> head) {
    head.forEach(
        (partition, slice) -> {
          claims.computeIfPresent(partition, (key, claim) -> claim.advancedTo(slice.nextOffset()));
          waiting.computeIfPresent(partition, (key, all) -> all.after(slice));
        });
  }

  /** Stops fetching until what waits is stored. */
  void hold() {
    consumer.pause(consumer.assignment());
  }

  /** Fetches what is claimed. */
  void flow() {
    consumer.resume(claims.keySet());
  }

  int size() {
    return claims.size() + unclaimed.size();
  }

  /** Records that are not stored, as far as the consumer knows. */
  long lag() {
    long lag = 0;
    for (TopicPartition partition : claims.keySet()) {
      lag += consumer.currentLag(partition).orElse(0);
    }
    for (Waiting slice : waiting.values()) {
      lag += slice.records().size();
    }
    return lag;
  }
}
