package dev.dateline.ingest.websub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets so many callbacks of one lease pass at once, and then one in a while; and of the documents
 * that they bring so many bytes.
 */
final class FloodGate {

  private static final int BURST = 60;
  private static final Duration EVERY = Duration.ofSeconds(2);

  private static final int BURST_BYTES = 8 * 1024 * 1024;
  private static final int BYTES_A_SECOND = 16 * 1024;

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

  /** What was left of a gate's bursts at a time. */
  private record Gate(double calls, double bytes, long at) {}

  /**
   * @param nanos a clock as {@link System#nanoTime}
   */
  FloodGate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether one more callback may pass. */
  synchronized boolean passes(String token) {
    Gate gate = now(token);
    boolean passes = gate.calls() >= 1;
    double left = passes ? gate.calls() - 1 : gate.calls();
    gates.put(token, new Gate(left, gate.bytes(), gate.at()));
    return passes;
  }

  /** Whether a document of so many bytes may be carried on. */
  synchronized boolean carries(String token, int bytes) {
    Gate gate = now(token);
    boolean carries = gate.bytes() >= bytes;
    double left = carries ? gate.bytes() - bytes : gate.bytes();
    gates.put(token, new Gate(gate.calls(), left, gate.at()));
    return carries;
  }

  private Gate now(String token) {
    long now = nanos.getAsLong();
    Gate gate = gates.getOrDefault(token, new Gate(BURST, BURST_BYTES, now));
    double seconds = (now - gate.at()) / (double) Duration.ofSeconds(1).toNanos();
    return new Gate(
        Math.min(BURST, gate.calls() + seconds / EVERY.toSeconds()),
        Math.min(BURST_BYTES, gate.bytes() + seconds * BYTES_A_SECOND),
        now);
  }
}
