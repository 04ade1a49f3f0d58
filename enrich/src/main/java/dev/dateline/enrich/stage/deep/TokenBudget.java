package dev.dateline.enrich.stage.deep;

/** How much of an article the encoder reads: less, the more articles wait. */
public final class TokenBudget {

  /** Word pieces that are read where nothing waits: title, lead and half of a usual body. */
  static final int MOST = 256;

  /** Word pieces that are always read: title and lead. */
  static final int LEAST = 64;

  /** So many articles that wait halve the budget. */
  private static final int HALVING = 100;

  private TokenBudget() {}

  /**
   * The budget of an article in word pieces.
   *
   * @param waiting articles that wait behind it
   */
  public static int of(long waiting) {
    double share = HALVING / (double) (HALVING + Math.max(0, waiting));
    return Math.max(LEAST, (int) Math.round(MOST * share));
  }
}
