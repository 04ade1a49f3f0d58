package dev.dateline.sink;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says when to try again: soon after the first failure, then at growing distances up to a bound.
 * Measured on a clock that nobody sets.
 */
final class Backoff {

  private final LongSupplier nanoTime;
  private final Duration first;
  private final Duration most;
  private Duration next;
  private Duration wait = Duration.ZERO;
  private long failedAt;

  /**
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  Backoff(LongSupplier nanoTime, Duration first, Duration most) {
    this.nanoTime = nanoTime;
    this.first = first;
    this.most = most;
    this.next = first;
  }

  void failed() {
    failedAt = nanoTime.getAsLong();
    wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(most) > 0 ? most : doubled;
  }

  void succeeded() {
    next = first;
    wait = Duration.ZERO;
  }

  /** Time left before the next attempt; zero where it is due. */
  Duration remaining() {
    if (wait.isZero()) {
      return Duration.ZERO;
    }
    Duration left = wait.minusNanos(nanoTime.getAsLong() - failedAt);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
