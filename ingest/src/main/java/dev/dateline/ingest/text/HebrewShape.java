package dev.dateline.ingest.text;

/** Hebrew is told by its frequent letters, and by those that only end words. */
final class HebrewShape {

  private static final String FREQUENT = "יוהלאמרתש";
  private static final String FINAL = "ךםןףץ";

  private HebrewShape() {}

  static boolean isHebrew(int c) {
    return c >= 0x5D0 && c <= 0x5EA;
  }

  static double score(int before, int c, int after) {
    if (!isHebrew(before) && !isHebrew(after)) {
      return 0;
    }
    if (FINAL.indexOf(c) >= 0) {
      return isHebrew(after) ? -2 : 2;
    }
    return FREQUENT.indexOf(c) >= 0 ? 2 : 0.75;
  }
}
