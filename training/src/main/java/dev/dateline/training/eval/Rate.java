package dev.dateline.training.eval;

/** How often something was right. */
final class Rate {

  private int right;
  private int all;

  void add(boolean isRight) {
    all++;
    right += isRight ? 1 : 0;
  }

  int right() {
    return right;
  }

  int all() {
    return all;
  }

  /** 0 to 1; 0 where nothing was counted. */
  double share() {
    return (double) right / Math.max(1, all);
  }

  /** Percent, and how many of how many. */
  @Override
  public String toString() {
    return Tally.percent(share()) + " (" + right + " of " + all + ")";
  }
}
