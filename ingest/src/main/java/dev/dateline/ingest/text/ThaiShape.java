package dev.dateline.ingest.text;

/**
 * Thai is written without spaces, in syllables of a strict shape: a vowel to the left stands before
 * a consonant, marks above and below follow one. Noise hardly keeps to it.
 */
final class ThaiShape {

  private ThaiShape() {}

  static boolean isThai(int c) {
    return c >= 0xE01 && c <= 0xE5B;
  }

  static double score(int before, int c, int after) {
    if (isMark(c)) {
      return isConsonant(before) || isMark(before) ? 2 : -2;
    }
    if (c >= 0xE40 && c <= 0xE44) {
      return isConsonant(after) ? 2 : -2;
    }
    if (Character.isLetter(before) && !isThai(before)
        || Character.isLetter(after) && !isThai(after)) {
      return -2;
    }
    return isThai(before) || isThai(after) ? 1 : 0;
  }

  private static boolean isConsonant(int c) {
    return c >= 0xE01 && c <= 0xE2E;
  }

  private static boolean isMark(int c) {
    return c == 0xE31 || c >= 0xE34 && c <= 0xE3A || c >= 0xE47 && c <= 0xE4E;
  }
}
