package dev.dateline.testkit.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A service is killed and goes on with a clock that is off, until it is started again.
 *
 * @param library as {@link FakeClock#library} finds it
 * @param off by which its clock is ahead; negative where it is behind
 */
public record SkewedClock(Part part, Path library, Duration off) implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than a start takes, and less than a clock is off. */
  private static final Duration START = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "clock of " + part + " off by " + off;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(part);
    ServiceProcess process =
        wire.start(part, part.command(), "", FakeClock.environment(library, off));
    Instant now = Instant.now();
    Waiting.until("a word of " + part, PATIENCE, () -> process.startedAt().isPresent());
    Duration difference = Duration.between(now, process.startedAt().orElseThrow()).minus(off);
    if (difference.abs().compareTo(START) > 0) {
      throw new IllegalStateException(
          "the clock of " + part + " is off by " + difference + " more");
    }
  }
}
