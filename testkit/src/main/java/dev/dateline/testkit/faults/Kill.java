package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.SplittableRandom;

/** {@code kill -9} of a part, which is started again after a moment. */
public record Kill(Part part) implements Fault {

  private static final int MOST_DOWN_MILLIS = 1_500;

  @Override
  public String name() {
    return "kill -9 " + part;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    if (!wire.kill(part)) {
      throw new IllegalStateException(part + " had ended by itself; see " + wire.folder());
    }
    // Broker and database are started again by what supervises them.
    if (part != Part.BROKER && part != Part.DATABASE) {
      Waiting.pause(Duration.ofMillis(random.nextInt(MOST_DOWN_MILLIS)));
      wire.start(part);
    }
  }
}
