package dev.dateline.ingest.watch;

import dev.dateline.ingest.fetch.Domains;
import dev.dateline.ingest.poll.SourcePoll.Polled;
import dev.dateline.ingest.publish.FencedException;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.SourceState;
import dev.dateline.schemas.WatchedSource;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the sources, while this process owns it: what is remembered of them, the times
 * to ask them, and the one producer that may write of them.
 */
final class Shard implements Turns, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(15);
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

  private final int partition;
  private final WatchTools tools;
  private final ShardJournal journal;
  private final Map<String, WatchedSource> sources = new ConcurrentHashMap<>();
  private final Map<String, Future<?>> appointments = new ConcurrentHashMap<>();

  /** The refetches that were tried; one that fails is tried again when the source is due. */
  private final Map<String, Integer> refetched = new ConcurrentHashMap<>();

  private final GuardedWork work;
  private final ShardHubs hubs;
  private final NoticeProgress notices = new NoticeProgress();
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Sources that were removed before this was open. */
  private final Set<String> undefined = new HashSet<>();

  private volatile boolean open;
  private volatile @Nullable String trouble;
  private volatile @Nullable Future<?> tidying;

  Shard(int partition, WatchTools tools) {
    this.partition = partition;
    this.tools = tools;
    this.journal = new ShardJournal(partition, tools);
    this.work = new GuardedWork(partition);
    this.hubs = new ShardHubs(journal, tools, this);
  }

  /** Whether this is the first call; a partition without sources costs no producer. */
  boolean begins() {
    return begun.compareAndSet(false, true);
  }

  /**
   * Takes the partition over from its former owner and begins to ask its sources. What fails is
   * tried again, for as long as the partition is this process's.
   */
  void open() throws InterruptedException {
    while (!work.isClosed()) {
      try {
        takeOver();
        trouble = null;
        return;
      } catch (FencedException e) {
        work.fenced(e);
      } catch (RuntimeException | Error e) {
        LOG.error("a share of the sources cannot be taken over partition={}", partition, e);
        trouble = "Partition " + partition + " of the sources cannot be taken over: " + e;
        Thread.sleep(BEFORE_ANOTHER_TRY.toMillis());
      }
    }
  }

  private void takeOver() throws InterruptedException, FencedException {
    ShardJournal.Found found = journal.takeOver();
    learn(found.sources());
    hubs.open(now());
    open = true;
    found.orphans().forEach(id -> atSource(id, () -> forget(id)));
    sources.values().forEach(this::watch);
    tidyNowAndThen();
    LOG.info("owns sources partition={} sources={}", partition, sources.size());
  }

  /** What hubs tell of a source would be lost if it was not known yet. */
  private synchronized void learn(Collection<WatchedSource> found) {
    for (WatchedSource source : found) {
      if (!undefined.contains(source.getId())) {
        sources.putIfAbsent(source.getId(), source);
      }
    }
  }

  private void tidyNowAndThen() {
    long every = Math.max(1_000, tools.webSub().grace().toMillis());
    Future<?> repeated =
        tools
            .timer()
            .scheduleWithFixedDelay(
                () -> at("leases of " + partition, "", hubs::tidy),
                0,
                every,
                TimeUnit.MILLISECONDS);
    tidying = repeated;
    if (work.isClosed()) {
      repeated.cancel(false);
    }
  }

  /** Takes a source as it is stated now. */
  void define(WatchedSource source) {
    synchronized (this) {
      sources.put(source.getId(), source);
      undefined.remove(source.getId());
    }
    watch(source);
  }

  private void watch(WatchedSource source) {
    if (!source.getPaused()) {
      appoint(source.getId());
    } else if (open) {
      atSource(source.getId(), () -> hubs.pause(source));
    }
  }

  /** Ends a source; what is remembered of it is taken back. */
  void undefine(String id) {
    WatchedSource removed;
    synchronized (this) {
      removed = sources.remove(id);
      if (!open) {
        undefined.add(id);
      }
    }
    Future<?> appointment = appointments.remove(id);
    if (appointment != null) {
      appointment.cancel(false);
    }
    if (removed != null && open) {
      at(domain(removed), id, () -> forget(id));
    }
  }

  private void forget(String id) throws InterruptedException, FencedException {
    hubs.leave(id);
    journal.forget(id);
  }

  /** Takes a notice of the topic of the notices, when those before it in its domain are done. */
  void notice(SourceNotice notice, long offset) {
    String id = notice.getSourceId();
    ByteBuffer body = notice.getBody();
    boolean kept = notices.begin(offset, id, body == null ? 0 : body.remaining());
    boolean without = body != null && !kept;
    SourceNotice held = without ? SourceNotice.newBuilder(notice).setBody(null).build() : notice;
    atSource(
        id,
        () -> {
          if (!without || !notices.isFollowed(offset, id)) {
            take(held, offset);
          }
          notices.end(offset);
          appoint(id);
        });
  }

  private void take(SourceNotice notice, long offset) throws InterruptedException, FencedException {
    try {
      hubs.take(sources.get(notice.getSourceId()), notice, offset);
    } catch (RuntimeException | Error e) {
      notices.end(offset); // it would fail again
      throw e;
    }
  }

  /** All that hubs told up to a time was handed to this. */
  void heardUntil(Instant time) {
    hubs.heardUntil(time);
  }

  /** How far notices are taken. */
  NoticeProgress notices() {
    return notices;
  }

  /** Whether it is taken over and not given up. */
  boolean isOpen() {
    return open && !work.isClosed();
  }

  /** Makes the appointment at which a source is asked next, or its hub. */
  private void appoint(String id) {
    WatchedSource source = sources.get(id);
    if (isOpen() && source != null && !source.getPaused()) {
      SourceState state = journal.memory().state(id, now());
      appoint(source, hubs.earlier(state, nextPoll(source, state)));
    }
  }

  private Instant nextPoll(WatchedSource source, SourceState state) {
    boolean refetch =
        source.getRefetch() > state.getRefetch()
            && source.getRefetch() > refetched.getOrDefault(source.getId(), 0);
    return refetch ? Instant.MIN : hubs.nextPoll(state);
  }

  private void appoint(WatchedSource source, Instant at) {
    Instant now = now();
    long wait = at.isAfter(now) ? Duration.between(now, at).toMillis() : 0;
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
    if (source != null && !work.isClosed()) {
      atSource(id, () -> ask(id));
    }
  }

  @Override
  public void atSource(String sourceId, GuardedWork.Work turn) {
    WatchedSource source = sources.get(sourceId);
    at(source == null ? sourceId : domain(source), sourceId, turn);
  }

  @Override
  public void at(String domain, String sourceId, GuardedWork.Work turn) {
    tools.lanes().run(domain, () -> work.run(sourceId, turn, () -> postpone(sourceId)));
  }

  private void postpone(String id) {
    WatchedSource source = sources.get(id);
    if (source != null && !work.isClosed()) {
      appoint(source, now().plus(AFTER_A_FAULT));
    }
  }

  private void ask(String id) throws InterruptedException, FencedException {
    WatchedSource source = sources.get(id);
    if (source == null || source.getPaused()) {
      return;
    }
    hubs.renewWhenDue(source);
    if (!nextPoll(source, journal.memory().state(id, now())).isAfter(now()) && !poll(source)) {
      return;
    }
    appoint(id);
  }

  /** Asks a source; false where its domain is to be left alone, and it is asked after that. */
  private boolean poll(WatchedSource source) throws InterruptedException, FencedException {
    String id = source.getId();
    String domain = domain(source);
    Duration pause = tools.lanes().pause(domain);
    if (!pause.isZero()) {
      appoint(source, now().plus(pause).plusMillis((long) (tools.jitter() * 5_000)));
      return false;
    }
    refetched.put(id, source.getRefetch());
    SourceState before = journal.memory().state(id, now());
    PollCommit commit = new PollCommit(source, journal, tools);
    Polled polled = tools.poll().poll(source, before, journal.memory().items(id), commit);
    hubs.finish(source, before, polled, commit);
    tools.meters().count(polled);
    if (polled.isServerTrouble()) {
      tools.lanes().trouble(domain, polled.retryAfter());
    } else {
      tools.lanes().well(domain);
    }
    if (polled.gap()) {
      LOG.warn("gap suspected: no item was known source={} url={}", id, source.getUrl());
    }
    return true;
  }

  /**
   * Whether another process took the partition over. Where the group gives it to this process all
   * the same, the other one was the former owner that woke up late; it is to be taken over again.
   */
  boolean isFenced() {
    return work.isFenced();
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

  long count(Predicate<SourceState> states) {
    return journal.memory().states().stream().filter(states).count();
  }

  @Nullable String trouble() {
    String broken = trouble;
    return broken == null ? journal.trouble() : broken;
  }

  @Override
  public void close() {
    Future<?> repeated = tidying;
    if (repeated != null) {
      repeated.cancel(false);
    }
    appointments.values().forEach(appointment -> appointment.cancel(false));
    work.close();
    appointments.values().forEach(appointment -> appointment.cancel(false));
    journal.close();
  }
}
