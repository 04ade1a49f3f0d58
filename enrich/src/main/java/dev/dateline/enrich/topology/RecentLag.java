package dev.dateline.enrich.topology;

import java.util.function.LongSupplier;

/** Remembers for a moment how many records wait, since asking Kafka Streams for each is dear. */
final class RecentLag {

  private static final long FRESH_NANOS = 500_000_000L;

  private final LongSupplier lag;
  private volatile long asked = System.nanoTime() - FRESH_NANOS;
  private volatile long known;

  RecentLag(LongSupplier lag) {
    this.lag = lag;
  }

  /** Records that waited half a second ago or less. */
  long records() {
    long now = System.nanoTime();
    if (now - asked >= FRESH_NANOS) {
      asked = now;
      known = lag.getAsLong();
    }
    return known;
  }
}
