package dev.dateline.testkit.faults;

import java.util.SplittableRandom;

/** Something that goes wrong and is over after a while. */
public interface Fault {

  /** What it is called in reports. */
  String name();

  /** The part whose work must go on afterwards. */
  Part part();

  /**
   * Strikes and lets the wire be whole again: each service runs in one process when it returns.
   *
   * @throws IllegalStateException where it did not fire: then it proved nothing
   */
  void strike(Wire wire, SplittableRandom random);
}
