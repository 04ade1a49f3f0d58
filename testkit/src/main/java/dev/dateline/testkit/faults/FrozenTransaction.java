package dev.dateline.testkit.faults;

import dev.dateline.runtime.FaultPoint;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A process stands still inside its transaction until the broker has ended that; then it goes on:
 * what it sent is gone, and it must send it again.
 */
public record FrozenTransaction(FaultPoint point) implements Fault {

  /** The transaction timeout, and the ten seconds in which a broker looks once for such ones. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int ATTEMPTS = 3;
  private static final int MOST_PASSES = 3;

  @Override
  public String name() {
    return "SIGSTOP until the broker ends the transaction at " + point;
  }

  @Override
  public Part part() {
    return Crash.partOf(point);
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    String owner = "dateline-" + part().command();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ServiceProcess process = frozen(wire, random);
      if (wire.log().openTransactions(owner) > 0) {
        Waiting.until(
            "an end of the transaction", PATIENCE, () -> wire.log().openTransactions(owner) == 0);
        process.thaw();
        return;
      }
      // On a slow machine the broker may have ended it before anybody looked.
    }
    throw new IllegalStateException("no transaction is open at " + point);
  }

  private ServiceProcess frozen(Wire wire, SplittableRandom random) {
    wire.kill(part());
    ServiceProcess process =
        wire.start(
            part(),
            part().command(),
            "-D"
                + FaultPoint.FREEZE_PROPERTY
                + "="
                + point.name()
                + ":"
                + (1 + random.nextInt(MOST_PASSES)));
    Waiting.until(part() + " at " + point, PATIENCE, process::isFrozen);
    return process;
  }
}
