package dev.dateline.ingest.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one domain one after another, and of different domains side by side: a server that
 * hangs holds up itself alone. A domain in trouble is paused for longer and longer.
 */
final class Lanes {

  private static final int STEEPEST = 8;
  private static final int FIRST_SWEEP = 64;

  private final Executor workers;
  private final Duration firstPause;
  private final LongSupplier nanos;
  private final Map<String, Lane> lanes = new HashMap<>();

  /** From so many lanes on, those of domains that nobody asks any more are looked for. */
  private int sweepFrom = FIRST_SWEEP;

  private static final class Lane {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private int troubles;
    private long pausedUntil;

    /** Whether nothing would be lost with it. */
    private boolean isIdle(long now, long longestPause) {
      return !busy && waiting.isEmpty() && (troubles == 0 || now - pausedUntil > longestPause);
    }
  }

  /**
   * @param firstPause of a domain in trouble; the longest is 256 of them
   * @param nanos a clock as {@link System#nanoTime}
   */
  Lanes(Executor workers, Duration firstPause, LongSupplier nanos) {
    this.workers = workers;
    this.firstPause = firstPause;
    this.nanos = nanos;
  }

  /** Runs a task when those before it in its domain are done. */
  synchronized void run(String domain, Runnable task) {
    Lane lane = lane(domain);
    lane.waiting.add(task);
    startNext(lane);
  }

  private Lane lane(String domain) {
    Lane known = lanes.get(domain);
    if (known != null) {
      return known;
    }
    if (lanes.size() >= sweepFrom) {
      long now = nanos.getAsLong();
      long longest = firstPause.multipliedBy(1L << STEEPEST).toNanos();
      lanes.values().removeIf(lane -> lane.isIdle(now, longest));
      sweepFrom = Math.max(FIRST_SWEEP, 2 * lanes.size());
    }
    Lane lane = new Lane();
    lanes.put(domain, lane);
    return lane;
  }

  /** Domains that are remembered. */
  synchronized int size() {
    return lanes.size();
  }

  private void startNext(Lane lane) {
    if (lane.busy || lane.waiting.isEmpty()) {
      return;
    }
    Runnable task = lane.waiting.remove();
    lane.busy = true;
    workers.execute(
        () -> {
          try {
            task.run();
          } finally {
            done(lane);
          }
        });
  }

  private synchronized void done(Lane lane) {
    lane.busy = false;
    startNext(lane);
  }

  /** How long a domain is still to be left alone; zero where it may be asked. */
  synchronized Duration pause(String domain) {
    Lane lane = lanes.get(domain);
    long left = lane == null || lane.troubles == 0 ? 0 : lane.pausedUntil - nanos.getAsLong();
    return Duration.ofNanos(Math.max(0, left));
  }

  /**
   * A server of the domain does not do well.
   *
   * @param retryAfter how long it asks to be left alone
   */
  synchronized void trouble(String domain, @Nullable Duration retryAfter) {
    Lane lane = lane(domain);
    Duration pause = firstPause.multipliedBy(1L << Math.min(lane.troubles, STEEPEST));
    Duration longest = firstPause.multipliedBy(1L << STEEPEST);
    if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
      pause = retryAfter.compareTo(longest) > 0 ? longest : retryAfter;
    }
    lane.troubles++;
    lane.pausedUntil = nanos.getAsLong() + pause.toNanos();
  }

  /** The domain answers well. */
  synchronized void well(String domain) {
    Lane lane = lanes.get(domain);
    if (lane != null) {
      lane.troubles = 0;
    }
  }
}
