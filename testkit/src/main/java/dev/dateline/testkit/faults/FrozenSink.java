package dev.dateline.testkit.faults;

import dev.dateline.runtime.FaultPoint;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * SIGSTOP of a sink between two steps, until another one has taken its partitions over; then
 * SIGCONT: the zombie must change nothing.
 */
public record FrozenSink(FaultPoint point) implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ZOMBIE = Duration.ofSeconds(3);
  private static final String NAME = "sink-zombie";

  @Override
  public String name() {
    return "SIGSTOP at " + point;
  }

  @Override
  public Part part() {
    return Part.SINK;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(Part.SINK);
    ServiceProcess zombie =
        wire.start(
            Part.SINK,
            NAME,
            "-D" + FaultPoint.FREEZE_PROPERTY + "=" + point.name() + ":" + (1 + random.nextInt(3)));
    Waiting.until(NAME + " at " + point, PATIENCE, zombie::isFrozen);
    long claims = wire.audit().claims();
    wire.start(Part.SINK);
    long partitions = wire.tables().nextOffsets().size();
    Waiting.until(
        "a takeover", PATIENCE, () -> wire.audit().claims() >= claims + Math.max(1, partitions));
    zombie.thaw();
    Waiting.pause(ZOMBIE);
    if (!zombie.isAlive()) {
      throw new IllegalStateException("the zombie ended by itself; see " + wire.folder());
    }
    zombie.kill();
  }
}
