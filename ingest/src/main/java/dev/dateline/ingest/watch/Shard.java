package dev.dateline.ingest.watch;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.poll.Change;
import dev.dateline.ingest.poll.ItemMemory;
import dev.dateline.ingest.poll.PollSink;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.ingest.publish.Outgoing;
import dev.dateline.ingest.publish.Patience;
import dev.dateline.ingest.publish.TransactionalSender;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the sources, while this process owns it: what is remembered of them, the times
 * to ask them, and the one producer that may write of them.
 */
final class Shard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(15);

  private final int partition;
  private final WatchTools tools;
  private final TransactionalSender sender;
  private final Patience patience = new Patience(true);
  private final ShardMemory memory = new ShardMemory();
  private final Map<String, WatchedSource> sources = new ConcurrentHashMap<>();
  private final Map<String, Future<?>> appointments = new ConcurrentHashMap<>();
  private final Set<String> orphans = new HashSet<>();
  private final Set<Thread> polling = new HashSet<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean open;
  private volatile boolean closed;

  Shard(int partition, WatchTools tools) {
    this.partition = partition;
    this.tools = tools;
    this.sender = tools.sender("dateline-ingest-sources-" + partition);
  }

  /** Whether this is the first call; a partition without sources costs no producer. */
  boolean begins() {
    return begun.compareAndSet(false, true);
  }

  /** Takes the partition over from its former owner and begins to ask its sources. */
  void open() throws InterruptedException {
    try {
      patience.keep(
          () -> {
            sender.takeOver();
            recall();
            return true;
          });
    } catch (FencedException e) {
      fenced(e);
      return;
    }
    open = true;
    orphans.forEach(id -> tools.lanes().run(id, () -> guarded(id, () -> forget(id))));
    sources.keySet().forEach(this::appoint);
    LOG.info("owns sources partition={} sources={}", partition, sources.size());
  }

  /** What is remembered of sources that were removed while nobody watched them is of no use. */
  private void recall() {
    Set<String> defined = new HashSet<>();
    Replay.of(
        tools.clients(),
        List.of(new TopicPartition(Topics.SOURCE.name(), partition)),
        record -> {
          defined.remove(record.key());
          if (record.value() != null) {
            defined.add(record.key());
          }
        });
    Replay.of(
        tools.clients(),
        List.of(new TopicPartition(Topics.SOURCE_STATE.name(), partition)),
        record -> tools.records().read(record, memory));
    memory.sources().stream().filter(id -> !defined.contains(id)).forEach(orphans::add);
  }

  /** Takes a source as it is stated now. */
  void define(WatchedSource source) {
    sources.put(source.getId(), source);
    appoint(source.getId());
  }

  /** Ends a source; what is remembered of it is taken back. */
  void undefine(String id) {
    WatchedSource removed = sources.remove(id);
    Future<?> appointment = appointments.remove(id);
    if (appointment != null) {
      appointment.cancel(false);
    }
    if (removed != null && open) {
      tools.lanes().run(domain(removed), () -> guarded(id, () -> forget(id)));
    }
  }

  private void forget(String id) throws InterruptedException, FencedException {
    List<Outgoing> tombstones =
        memory.keys(id).stream()
            .map(key -> outgoing(tools.records().tombstone(partition, key)))
            .toList();
    patience.keep(() -> sender.send(tombstones));
    memory.forget(id);
  }

  /** Makes the appointment at which a source is asked next. */
  private void appoint(String id) {
    WatchedSource source = sources.get(id);
    if (!open || closed || source == null || source.getPaused()) {
      return;
    }
    SourceState state = memory.state(id, now());
    boolean refetch = source.getRefetch() > state.getRefetch();
    appoint(source, refetch ? now() : state.getNextPollAt());
  }

  private void appoint(WatchedSource source, Instant at) {
    long wait = Math.max(0, Duration.between(now(), at).toMillis());
    Future<?> before =
        appointments.put(
            source.getId(),
            tools.timer().schedule(() -> due(source.getId()), wait, TimeUnit.MILLISECONDS));
    if (before != null) {
      before.cancel(false);
    }
  }

  private void due(String id) {
    WatchedSource source = sources.get(id);
    if (source != null && !closed) {
      tools.lanes().run(domain(source), () -> guarded(id, () -> ask(id)));
    }
  }

  private interface Work {
    void run() throws InterruptedException, FencedException;
  }

  /** Runs work on a source; a fault in it costs this source its turn and nothing else. */
  private void guarded(String id, Work work) {
    synchronized (polling) {
      if (closed) {
        return;
      }
      polling.add(Thread.currentThread());
    }
    try {
      work.run();
    } catch (InterruptedException e) {
      LOG.debug("interrupted source={}", id);
    } catch (FencedException e) {
      fenced(e);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("asking a source failed source={}", id, e);
      WatchedSource source = sources.get(id);
      if (source != null && !closed) {
        appoint(source, now().plus(AFTER_A_FAULT));
      }
    } finally {
      synchronized (polling) {
        polling.remove(Thread.currentThread());
        polling.notifyAll();
      }
    }
  }

  private void ask(String id) throws InterruptedException, FencedException {
    WatchedSource source = sources.get(id);
    if (source == null || source.getPaused()) {
      return;
    }
    String domain = domain(source);
    Duration pause = tools.lanes().pause(domain);
    if (!pause.isZero()) {
      appoint(source, now().plus(pause).plusMillis((long) (tools.jitter() * 5_000)));
      return;
    }
    Commit commit = new Commit(source);
    Polled polled = tools.poll().poll(source, memory.state(id, now()), memory.items(id), commit);
    commit.finish(polled);
    tools.meters().count(polled);
    if (polled.isServerTrouble()) {
      tools.lanes().trouble(domain, polled.retryAfter());
    } else {
      tools.lanes().well(domain);
    }
    if (polled.gap()) {
      LOG.warn("gap suspected: no item was known source={} url={}", id, source.getUrl());
    }
    WatchedSource now = sources.get(id);
    if (now != null && !closed) {
      appoint(id);
    }
  }

  /**
   * Sends what a poll finds. The last changes go with the state of the source in one transaction;
   * of a long poll the earlier ones go ahead, together with what is remembered of them.
   */
  private final class Commit implements PollSink {

    private final WatchedSource source;
    private List<Change> held = List.of();

    Commit(WatchedSource source) {
      this.source = source;
    }

    @Override
    public void commit(List<Change> changes) throws InterruptedException, FencedException {
      send(null);
      held = changes;
    }

    void finish(Polled polled) throws InterruptedException, FencedException {
      send(polled);
      memory.put(source.getId(), polled.state());
    }

    private void send(@Nullable Polled polled) throws InterruptedException, FencedException {
      if (held.isEmpty() && polled == null) {
        return;
      }
      List<Outgoing> records = new ArrayList<>();
      for (Change change : held) {
        Extracted news = change.news();
        if (news != null) {
          records.add(news(change.item().getArticleId(), news));
        }
        records.add(outgoing(tools.records().item(partition, source.getId(), change)));
      }
      if (polled != null) {
        records.add(outgoing(tools.records().state(partition, source.getId(), polled)));
      }
      List<RecordMetadata> sent = patience.keep(() -> sender.send(records));
      for (int i = 0; i < sent.size(); i++) {
        records.get(i).committed().accept(sent.get(i));
      }
      remember();
    }

    private void remember() {
      ItemMemory items = memory.items(source.getId());
      for (Change change : held) {
        if (change.forgotten()) {
          items.remove(change.item().getArticleId());
        } else {
          items.put(change.item());
        }
      }
      held = List.of();
    }

    private Outgoing news(String articleId, Extracted news)
        throws InterruptedException, FencedException {
      Source from =
          new Source(
              source.getId(), source.getKind().name().toLowerCase(Locale.ROOT), source.getName());
      ProducerRecord<String, byte[]> article =
          patience.keep(() -> tools.writer().article(from, articleId, news)).orElse(null);
      tools.counts().in();
      if (article != null) {
        return new Outgoing(
            article,
            article.value().length,
            at -> {
              tools.counts().published();
              String place = RecordKeys.origin(at.topic(), at.partition(), at.offset());
              tools.listener().published(articleId, place, news.origin());
            });
      }
      var rejected = tools.writer().tooLarge(news.origin());
      ProducerRecord<String, byte[]> letter =
          patience.keep(() -> tools.writer().deadLetter(from, rejected, articleId));
      return new Outgoing(
          letter,
          letter.value().length,
          at -> {
            tools.counts().rejected();
            tools.listener().rejected(rejected);
          });
    }
  }

  private static Outgoing outgoing(ProducerRecord<String, byte[]> record) {
    return new Outgoing(record, record.value() == null ? 0 : record.value().length, at -> {});
  }

  private void fenced(FencedException e) {
    LOG.warn("lost sources to another process partition={} reason={}", partition, e.getMessage());
    closed = true;
  }

  private static String domain(WatchedSource source) {
    return Domains.registrable(source.getUrl());
  }

  private Instant now() {
    return tools.clock().instant();
  }

  int size() {
    return sources.size();
  }

  long count(SourceStatus status) {
    return memory.states().stream().filter(state -> state.getStatus() == status).count();
  }

  @Nullable String trouble() {
    return patience.trouble().orElse(null);
  }

  @Override
  public void close() {
    List<Thread> busy;
    synchronized (polling) {
      closed = true;
      busy = List.copyOf(polling);
    }
    appointments.values().forEach(appointment -> appointment.cancel(false));
    busy.forEach(this::interrupt);
    long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
    synchronized (polling) {
      while (!polling.isEmpty() && System.nanoTime() < deadline) {
        try {
          polling.wait(100);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
    sender.close();
  }

  /** Not the next work of a thread that has gone on meanwhile. */
  private void interrupt(Thread thread) {
    synchronized (polling) {
      if (polling.contains(thread)) {
        thread.interrupt();
      }
    }
  }
}
