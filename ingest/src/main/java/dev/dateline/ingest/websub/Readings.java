package dev.dateline.ingest.websub;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The deliveries that are being read: each holds a thread and memory, so that they are few. */
final class Readings {

  private static final int MOST = 16;
  private static final int MOST_OF_A_HUB = 4;
  private static final int MOST_WAITING = 64;

  private final Duration patience;
  private final Map<String, Integer> hubs = new HashMap<>();
  private int all;
  private int waiting;

  /**
   * @param patience how long one more waits for its turn at most
   */
  Readings(Duration patience) {
    this.patience = patience;
  }

  /** Whether one more of a hub may be read; it is to be ended then. */
  synchronized boolean begin(String hub) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (all == MOST || hubs.getOrDefault(hub, 0) == MOST_OF_A_HUB) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || waiting == MOST_WAITING) {
        return false;
      }
      waiting++;
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } finally {
        waiting--;
      }
    }
    hubs.merge(hub, 1, Integer::sum);
    all++;
    return true;
  }

  synchronized void end(String hub) {
    hubs.computeIfPresent(hub, (name, reading) -> reading == 1 ? null : reading - 1);
    all--;
    notifyAll();
  }
}
