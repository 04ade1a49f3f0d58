package dev.dateline.ingest.watch;

import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.publish.Patience;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.LeaseStatus;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.WatchedSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What is remembered of the sources of one partition, and the one producer that may write it. */
final class ShardJournal implements AutoCloseable {

  private final int partition;
  private final WatchTools tools;
  private final TransactionalSender sender;
  private final Patience patience = new Patience(true);
  private final ShardMemory memory = new ShardMemory();

  ShardJournal(int partition, WatchTools tools) {
    this.partition = partition;
    this.tools = tools;
    this.sender = tools.sender("dateline-ingest-sources-" + partition);
  }

  /** What is remembered. */
  ShardMemory memory() {
    return memory;
  }

  /**
   * What a takeover met.
   *
   * @param sources that are stated
   * @param orphans ids of sources that something is remembered of and that were removed while
   *     nobody watched
   */
  record Found(Collection<WatchedSource> sources, Collection<String> orphans) {}

  /**
   * Ends what the former owner left open, bars it from writing, and recalls what it has written.
   */
  Found takeOver() throws InterruptedException, FencedException {
    return patience.keep(
        () -> {
          sender.takeOver();
          read(Topics.SOURCE_STATE.name(), record -> tools.records().read(record, memory));
          read(Topics.SOURCE_LEASE.name(), record -> tools.leases().read(record, memory));
          Set<String> orphans = new HashSet<>(memory.sources());
          memory.leases().stream()
              .filter(lease -> lease.getStatus() == LeaseStatus.WANTED)
              .forEach(lease -> orphans.add(lease.getSourceId()));
          Map<String, Optional<WatchedSource>> defined = defined();
          orphans.removeAll(defined.keySet());
          return new Found(defined.values().stream().flatMap(Optional::stream).toList(), orphans);
        });
  }

  /** The sources that are stated, by id; empty where that cannot be read. */
  private Map<String, Optional<WatchedSource>> defined() {
    Map<String, Optional<WatchedSource>> defined = new HashMap<>();
    read(
        Topics.SOURCE.name(),
        record -> {
          if (record.value() == null) {
            defined.remove(record.key());
          } else {
            defined.put(record.key(), tools.records().definition(record));
          }
        });
    return defined;
  }

  private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
    Replay.of(tools.clients(), List.of(new TopicPartition(topic, partition)), each);
  }

  /** Takes back what is remembered of a source. */
  void forget(String sourceId) throws InterruptedException, FencedException {
    send(
        memory.keys(sourceId).stream()
            .map(key -> outgoing(tools.records().tombstone(partition, key)))
            .toList());
    memory.forget(sourceId);
  }

  /** Sends records in one transaction; when it is committed, tells each where it lies. */
  void send(List<Outgoing> records) throws InterruptedException, FencedException {
    List<RecordMetadata> sent = patiently(() -> sender.send(records));
    for (int i = 0; i < sent.size(); i++) {
      records.get(i).committed().accept(sent.get(i));
    }
  }

  /** Counts an article that was taken down and kept out. */
  void barred(String sourceId) {
    sender.barred(sourceId);
  }

  /** Waits trouble with the brokers or the registry out. */
  <T> T patiently(Patience.Attempt<T> attempt) throws InterruptedException, FencedException {
    return patience.keep(attempt);
  }

  int partition() {
    return partition;
  }

  /** A record of which nobody needs to know where it lies. */
  static Outgoing outgoing(ProducerRecord<String, byte[]> record) {
    return new Outgoing(record, record.value() == null ? 0 : record.value().length, at -> {});
  }

  /** What is wrong, where that has lasted for a while. */
  @Nullable String trouble() {
    return patience.trouble().orElse(null);
  }

  @Override
  public void close() {
    sender.close();
  }
}
