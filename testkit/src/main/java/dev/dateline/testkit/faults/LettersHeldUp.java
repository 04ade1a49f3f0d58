package dev.dateline.testkit.faults;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The broker stands still while the sink has dead letters to relay, for longer than a send may
 * take: they wait in the outbox and are relayed later.
 */
public record LettersHeldUp() implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So many that they are read at once and stored in many transactions. */
  private static final int LETTERS = 1_000;

  /** Longer than the session timeout. */
  private static final Duration LONG = Duration.ofSeconds(9);

  private static final Duration POLL = Duration.ofMillis(5);

  @Override
  public String name() {
    return "SIGSTOP of the broker with dead letters on their way";
  }

  @Override
  public Part part() {
    return Part.SINK;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    wire.kill(Part.SINK);
    long before = wire.tables().outbox().size();
    Poison.Kind.MAGIC.send(wire, Part.SINK, LETTERS);
    wire.start(Part.SINK);
    Waiting.until("dead letters", PATIENCE, POLL, () -> wire.tables().outbox().size() > before);
    wire.freezeBroker();
    try {
      long frozen = wire.tables().outbox().size();
      Waiting.pause(LONG);
      if (wire.tables().outbox().size() == frozen) {
        throw new IllegalStateException(
            "all dead letters were there before the broker stood still");
      }
    } finally {
      wire.thawBroker();
    }
  }
}
