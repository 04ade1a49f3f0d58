package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.SplittableRandom;

/** A service of the build before is stopped in order, and goes on with the present one. */
public record Upgrade(Part part) implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "upgrade of " + part;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    ServiceProcess former = wire.process(part.command());
    if (!former.isAlive() || wire.isUpgraded(part)) {
      throw new IllegalStateException("no former " + part + " runs; see " + wire.folder());
    }
    wire.upgrade();
    former.close();
    wire.start(part);
    Waiting.until(part + " of the present build", PATIENCE, () -> wire.isUpgraded(part));
  }
}
