package dev.dateline.app.deadletter;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** Holds a thread back to so many letters a second. */
final class Pace {

  private final int rate;
  private long next = System.nanoTime();

  /**
   * @param rate letters a second
   */
  Pace(int rate) {
    this.rate = rate;
  }

  /** Waits until so many more may go. */
  void await(int count) {
    try {
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    next = Math.max(next, System.nanoTime()) + TimeUnit.SECONDS.toNanos(count) / rate;
  }
}
