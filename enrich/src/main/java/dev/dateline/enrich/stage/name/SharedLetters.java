package dev.dateline.enrich.stage.name;

/**
 * Folds letters of all alphabets into one for the beginnings and endings of words, as {@link
 * Romanizer} does for those with case: so that {@code मंत्री}, {@code মন্ত্রী} and {@code మంత్రి}
 * begin and end alike, and what one language taught helps the others. Lists of names keep the finer
 * letters of {@link Romanizer}.
 */
final class SharedLetters {

  private static final int LIMIT = 0x2000;
  private static final String[] TABLE = new String[LIMIT];

  /** The letter where there is exactly one. */
  private static final char[] SINGLE = new char[LIMIT];

  static {
    for (int c = 0; c < LIMIT; c++) {
      TABLE[c] = Romanizer.fold((char) c);
    }
    CaselessLetters.putInto(TABLE);
    for (int c = 0; c < LIMIT; c++) {
      SINGLE[c] = TABLE[c].length() == 1 ? TABLE[c].charAt(0) : 0;
    }
  }

  private SharedLetters() {}

  /** What {@link #fold} gives where that is a single character; else 0. */
  static char single(char c) {
    return c < LIMIT ? SINGLE[c] : Character.toLowerCase(c);
  }

  /** The shared letters of a character, none for a sign; the lower-cased one where unknown. */
  static String fold(char c) {
    return c < LIMIT ? TABLE[c] : String.valueOf(Character.toLowerCase(c));
  }
}
