package dev.dateline.ingest.watch;

import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.SourceStatus;
import dev.dateline.schemas.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final ShardJournal journal;
  private final Map<String, WatchedSource> sources = new ConcurrentHashMap<>();
  private final Map<String, Future<?>> appointments = new ConcurrentHashMap<>();
  private final Set<Thread> polling = new HashSet<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean open;
  private volatile boolean closed;
  private volatile boolean fenced;

  Shard(int partition, WatchTools tools) {
    this.partition = partition;
    this.tools = tools;
    this.journal = new ShardJournal(partition, tools);
  }

  /** Whether this is the first call; a partition without sources costs no producer. */
  boolean begins() {
    return begun.compareAndSet(false, true);
  }

  /** Takes the partition over from its former owner and begins to ask its sources. */
  void open() throws InterruptedException {
    Collection<String> orphans;
    try {
      orphans = journal.takeOver();
    } catch (FencedException e) {
      fenced(e);
      return;
    }
    open = true;
    orphans.forEach(id -> tools.lanes().run(id, () -> guarded(id, () -> journal.forget(id))));
    sources.keySet().forEach(this::appoint);
    LOG.info("owns sources partition={} sources={}", partition, sources.size());
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
      tools.lanes().run(domain(removed), () -> guarded(id, () -> journal.forget(id)));
    }
  }

  /** Makes the appointment at which a source is asked next. */
  private void appoint(String id) {
    WatchedSource source = sources.get(id);
    if (!open || closed || source == null || source.getPaused()) {
      return;
    }
    SourceState state = journal.memory().state(id, now());
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
    PollCommit commit = new PollCommit(source, journal, tools);
    Polled polled =
        tools
            .poll()
            .poll(source, journal.memory().state(id, now()), journal.memory().items(id), commit);
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

  private void fenced(FencedException e) {
    LOG.warn("fenced from sources partition={} reason={}", partition, e.getMessage());
    fenced = true;
    closed = true;
  }

  /**
   * Whether another process took the partition over. Where the group gives it to this process all
   * the same, the other one was the former owner that woke up late; it is to be taken over again.
   */
  boolean isFenced() {
    return fenced;
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
    return journal.memory().states().stream().filter(state -> state.getStatus() == status).count();
  }

  @Nullable String trouble() {
    return journal.trouble();
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
    journal.close();
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
