package dev.dateline.ingest.fetch;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels what takes too long as a whole. Time limits of sockets cannot: they begin anew with every
 * byte.
 */
final class Watchdog implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "dateline-fetch-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Cancels after a while, unless the watch is closed before. */
  Watch watch(long nanos, Runnable cancel) {
    AtomicBoolean cancelled = new AtomicBoolean();
    var task =
        timer.schedule(
            () -> {
              cancelled.set(true);
              cancel.run();
            },
            nanos,
            TimeUnit.NANOSECONDS);
    return new Watch(cancelled, () -> task.cancel(false));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One that is being watched. */
  record Watch(AtomicBoolean cancelled, Runnable end) implements AutoCloseable {

    /** Whether the time was over first. */
    boolean hasCancelled() {
      return cancelled.get();
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
