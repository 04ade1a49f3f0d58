package dev.dateline.ingest.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects records until they are worth a transaction. */
final class Batch {

  private static final int MOST_RECORDS = 500;
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofMillis(100);

  private List<Outgoing> records = new ArrayList<>();
  private long bytes;
  private long since;

  void add(Outgoing outgoing) {
    if (records.isEmpty()) {
      since = System.nanoTime();
    }
    records.add(outgoing);
    bytes += outgoing.bytes();
  }

  /** Whether it holds enough, or was begun long enough ago. */
  boolean isDue() {
    return records.size() >= MOST_RECORDS
        || bytes >= MOST_BYTES
        || !records.isEmpty() && System.nanoTime() - since >= LONGEST.toNanos();
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** Takes the records out, to be sent. */
  List<Outgoing> drain() {
    List<Outgoing> drained = records;
    records = new ArrayList<>();
    bytes = 0;
    return drained;
  }
}
