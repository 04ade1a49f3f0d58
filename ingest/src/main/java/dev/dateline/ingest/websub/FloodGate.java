package dev.dateline.ingest.websub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Lets so many callbacks of one lease pass at once, and then one in a while. */
final class FloodGate {

  private static final int BURST = 60;
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Gates that have been quiet are full again, and can be forgotten. */
  private static final int MOST_GATES = 100_000;

  private final LongSupplier nanos;
  private final Map<String, Gate> gates =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Gate> eldest) {
          return size() > MOST_GATES;
        }
      };

  /** What was left of a gate's burst at a time. */
  private record Gate(double left, long at) {}

  /**
   * @param nanos a clock as {@link System#nanoTime}
   */
  FloodGate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether one more may pass. */
  synchronized boolean passes(String token) {
    long now = nanos.getAsLong();
    Gate gate = gates.getOrDefault(token, new Gate(BURST, now));
    double left = Math.min(BURST, gate.left() + (now - gate.at()) / (double) EVERY.toNanos());
    gates.put(token, new Gate(Math.max(0, left >= 1 ? left - 1 : left), now));
    return left >= 1;
  }
}
