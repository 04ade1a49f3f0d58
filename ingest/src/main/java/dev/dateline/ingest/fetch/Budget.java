package dev.dateline.ingest.fetch;

import java.time.Duration;

/**
 * The time that a whole request may take on the wire, over all its hops. Waiting for a turn costs
 * nothing.
 */
final class Budget {

  private long nanosLeft;

  Budget(Duration whole) {
    this.nanosLeft = whole.toNanos();
  }

  long nanosLeft() {
    return Math.max(1, nanosLeft);
  }

  boolean isSpent() {
    return nanosLeft <= 0;
  }

  void spend(long nanos) {
    nanosLeft -= nanos;
  }
}
