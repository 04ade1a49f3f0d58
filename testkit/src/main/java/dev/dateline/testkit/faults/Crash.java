package dev.dateline.testkit.faults;

import dev.dateline.runtime.FaultPoint;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** The end of a process between two steps that belong together. */
public record Crash(FaultPoint point) implements Fault {

  /** How often the point is passed before, at most. */
  private static final int MOST_PASSES = 3;

  /** Points that a process may pass no second time. */
  private static final Set<FaultPoint> ONCE =
      Set.of(FaultPoint.INGEST_TAKEN_OVER, FaultPoint.SINK_LETTERS_SENT);

  @Override
  public String name() {
    return "crash at " + point;
  }

  @Override
  public Part part() {
    return partOf(point);
  }

  static Part partOf(FaultPoint point) {
    return Part.valueOf(point.name().substring(0, point.name().indexOf('_')));
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(part());
    int pass = ONCE.contains(point) ? 1 : 1 + random.nextInt(MOST_PASSES);
    if (point == FaultPoint.SINK_LETTERS_SENT) {
      Poison.Kind.MAGIC.send(wire, Part.SINK, 1);
    }
    ServiceProcess victim =
        wire.start(
            part(),
            part().command(),
            String.format(
                Locale.ROOT, "-D%s=%s:%d", FaultPoint.CRASH_PROPERTY, point.name(), pass));
    int status = victim.awaitExit();
    if (status != FaultPoint.STATUS) {
      throw new IllegalStateException(
          "it ended with " + status + " and not at " + point + "; see " + wire.folder());
    }
    wire.start(part());
  }
}
