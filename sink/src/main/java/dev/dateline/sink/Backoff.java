package dev.dateline.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Says when to try again: soon after the first failure, then at growing distances up to a bound.
 */
final class Backoff {

  private final Clock clock;
  private final Duration first;
  private final Duration most;
  private Duration next;
  private Instant until = Instant.MIN;

  Backoff(Clock clock, Duration first, Duration most) {
    this.clock = clock;
    this.first = first;
    this.most = most;
    this.next = first;
  }

  void failed() {
    until = clock.instant().plus(next);
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(most) > 0 ? most : doubled;
  }

  void succeeded() {
    next = first;
    until = Instant.MIN;
  }

  /** Time left before the next attempt; zero where it is due. */
  Duration remaining() {
    if (until.equals(Instant.MIN)) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
