package dev.dateline.sink;

import dev.dateline.runtime.Health;
import java.time.Duration;

/** What a service needs may come up beside it; later than this, something is wrong. */
final class Grace {

  private static final long NANOS = Duration.ofSeconds(10).toNanos();

  private final long since = System.nanoTime();

  /** STARTING at first, DOWN later. */
  Health waiting(String detail) {
    return System.nanoTime() - since < NANOS ? Health.starting(detail) : Health.down(detail);
  }
}
