package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Waits for what must come, on a slow machine for longer: all times that are waited at most are
 * multiplied by {@code -Dfaults.patience}.
 */
final class Waiting {

  /** How often something cheap is asked. */
  static final Duration POLL = Duration.ofMillis(50);

  private static final Duration STANDSTILL = Duration.ofSeconds(90);
  private static final int PATIENCE = Integer.getInteger("faults.patience", 1);

  private Waiting() {}

  /**
   * Waits until it holds.
   *
   * @return the time that it took
   * @throws StalledException where it does not hold in time
   */
  static Duration until(String what, Duration most, BooleanSupplier holds) {
    return until(what, most, POLL, holds);
  }

  /** The same of what is costly to find out. */
  static Duration until(String what, Duration usual, Duration poll, BooleanSupplier holds) {
    Duration most = usual.multipliedBy(PATIENCE);
    long start = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - start > most.toNanos()) {
        throw new StalledException(what + " did not come within " + most.toSeconds() + " s");
      }
      pause(poll);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Waits until it holds, for as long as something moves meanwhile: a slow machine may take its
   * time, and what stands still is known before long.
   *
   * @param movement a number that changes while there is work done
   * @throws StalledException where nothing moves for 90 s
   */
  static void whileMoving(
      String what, LongSupplier movement, Duration poll, BooleanSupplier holds) {
    Duration most = STANDSTILL.multipliedBy(PATIENCE);
    long last = movement.getAsLong();
    long since = System.nanoTime();
    while (!holds.getAsBoolean()) {
      long now = movement.getAsLong();
      if (now != last) {
        last = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > most.toNanos()) {
        throw new StalledException(
            what + " did not come, and nothing moved for " + most.toSeconds() + " s");
      }
      pause(poll);
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
