package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.SplittableRandom;

/** Another process joins the group of a service, works, and leaves it in order or is killed. */
public record JoinAndLeave(Part part) implements Fault {

  private static final int MOST_MILLIS = 6_000;

  @Override
  public String name() {
    return "join and leave " + part;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    ServiceProcess guest = wire.start(part, part.command() + "-guest", "");
    Waiting.pause(Duration.ofMillis(4_000 + random.nextInt(MOST_MILLIS)));
    if (!guest.isAlive()) {
      throw new IllegalStateException("the guest ended by itself; see " + wire.folder());
    }
    if (random.nextBoolean()) {
      guest.close();
    } else {
      guest.kill();
    }
  }
}
