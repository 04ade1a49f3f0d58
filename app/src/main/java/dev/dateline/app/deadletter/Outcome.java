package dev.dateline.app.deadletter;

/**
 * What became of a letter that was to be redriven.
 *
 * @param why what to do instead where it was left; else empty
 */
public record Outcome(Waiting letter, Fate fate, String why) {

  /** What became of it. */
  public enum Fate {
    /** What failed is on its topic again, and the letter is done. */
    REDRIVEN,
    /** It would have been redriven; this was a dry run. */
    READY,
    /** It waits as before. */
    LEFT
  }

  static Outcome redriven(Waiting letter) {
    return new Outcome(letter, Fate.REDRIVEN, "");
  }

  static Outcome ready(Waiting letter) {
    return new Outcome(letter, Fate.READY, "");
  }

  static Outcome left(Waiting letter, String why) {
    return new Outcome(letter, Fate.LEFT, why);
  }
}
