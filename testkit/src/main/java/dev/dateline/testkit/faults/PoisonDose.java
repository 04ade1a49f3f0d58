package dev.dateline.testkit.faults;

import java.util.SplittableRandom;

/** One poisoned record of every kind between good ones. */
public record PoisonDose(Part part) implements Fault {

  @Override
  public String name() {
    return "poison for " + part;
  }

  @Override
  public void strike(Wire wire, SplittableRandom random) {
    for (Poison.Kind kind : Poison.Kind.values()) {
      if (kind.isFor(part)) {
        kind.send(wire, part, 1);
      }
    }
  }
}
