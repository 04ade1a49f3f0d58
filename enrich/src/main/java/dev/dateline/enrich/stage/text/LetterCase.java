package dev.dateline.enrich.stage.text;

/** Tells letters of the two cases apart, where the case says whether a word is a name. */
public final class LetterCase {

  private static final int FIRST_GEORGIAN = 0x10D0;
  private static final int LAST_GEORGIAN = 0x10FF;

  private LetterCase() {}

  /**
   * Whether a letter is a small one that a name would not begin with. Georgian letters are in lower
   * case since Unicode 11, but their capitals only set whole words off: no name begins with one.
   */
  public static boolean isSmall(int c) {
    return Character.isLowerCase(c) && (c < FIRST_GEORGIAN || c > LAST_GEORGIAN);
  }
}
