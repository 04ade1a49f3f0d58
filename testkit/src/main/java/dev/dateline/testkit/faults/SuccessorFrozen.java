package dev.dateline.testkit.faults;

import dev.dateline.runtime.FaultPoint;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A sink stands still with a batch in its hands; its successor stands still as soon as it has
 * claimed the partitions. Then the former one goes on: nothing but its epoch says that it may not.
 */
public record SuccessorFrozen() implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration ZOMBIE = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "SIGSTOP of a sink and of its successor";
  }

  @Override
  public Part part() {
    return Part.SINK;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(Part.SINK);
    ServiceProcess zombie = frozen(wire, "sink-zombie", FaultPoint.SINK_BATCH_READ, 2);
    ServiceProcess successor =
        frozen(wire, "sink-successor", FaultPoint.SINK_CLAIMED, wire.tables().nextOffsets().size());
    zombie.thaw();
    Waiting.pause(ZOMBIE);
    zombie.kill();
    successor.kill();
    wire.start(Part.SINK);
  }

  private static ServiceProcess frozen(Wire wire, String name, FaultPoint point, int pass) {
    ServiceProcess process =
        wire.start(
            Part.SINK, name, "-D" + FaultPoint.FREEZE_PROPERTY + "=" + point.name() + ":" + pass);
    Waiting.until(name + " at " + point, PATIENCE, process::isFrozen);
    return process;
  }
}
