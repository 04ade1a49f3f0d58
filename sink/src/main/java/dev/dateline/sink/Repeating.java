package dev.dateline.sink;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that follows the store in a thread of its own: when it is woken, and now and then. */
final class Repeating implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
  private static final long CLOSE_MILLIS = 5_000;

  /** One round of work. */
  @FunctionalInterface
  interface Step {

    /**
     * @return whether there is more to do at once
     */
    boolean run() throws InterruptedException;
  }

  private final Duration interval;
  private final Step step;
  private final Thread thread;
  private final Semaphore wake = new Semaphore(0);
  private final Backoff backoff =
      new Backoff(System::nanoTime, Duration.ofMillis(200), Duration.ofSeconds(5));
  private volatile boolean stopped;
  private volatile Optional<String> trouble = Optional.empty();

  Repeating(String name, Duration interval, Step step) {
    this.interval = interval;
    this.step = step;
    this.thread = new Thread(this::loop, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** There is something to do. */
  void wake() {
    wake.release();
  }

  /** Why the last round failed; empty where it went well. */
  Optional<String> trouble() {
    return trouble;
  }

  private void loop() {
    try {
      while (!stopped) {
        long millis = Math.max(1, round().toMillis());
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how long the next round can wait. */
  private Duration round() throws InterruptedException {
    Duration early = backoff.remaining();
    if (!early.isZero()) {
      return early;
    }
    try {
      boolean more = step.run();
      backoff.succeeded();
      trouble = Optional.empty();
      return more ? Duration.ZERO : interval;
    } catch (RuntimeException e) {
      backoff.failed();
      trouble = Optional.of(String.valueOf(e.getMessage()));
      LOG.warn("work is tried again work={} reason={}", thread.getName(), e.getMessage());
      return backoff.remaining();
    }
  }

  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      thread.join(CLOSE_MILLIS);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
