package dev.dateline.enrich.stage.name;

/** Writing systems by code range: coarse, for features. */
final class Script {

  static final int LATIN = 1;
  static final int GREEK = 2;
  static final int CYRILLIC = 3;
  static final int ARMENIAN = 4;
  static final int HEBREW = 5;
  static final int ARABIC = 6;
  static final int INDIC = 7;
  static final int SOUTH_EAST_ASIAN = 8;
  static final int GEORGIAN = 9;
  static final int ETHIOPIC = 10;
  static final int KANA = 11;
  static final int HAN = 12;
  static final int HANGUL = 13;
  static final int OTHER = 0;

  private Script() {}

  static int of(char c) {
    if (c < 0x0370) {
      return LATIN;
    }
    if (c < 0x0400) {
      return GREEK;
    }
    if (c < 0x0530) {
      return CYRILLIC;
    }
    if (c < 0x0590) {
      return ARMENIAN;
    }
    if (c < 0x0600) {
      return HEBREW;
    }
    if (c < 0x0780) {
      return ARABIC;
    }
    if (c < 0x0E00) {
      return c < 0x0900 ? OTHER : INDIC;
    }
    if (c < 0x1100) {
      return c < 0x10A0 ? SOUTH_EAST_ASIAN : GEORGIAN;
    }
    if (c < 0x1E00) {
      return c < 0x1200 ? HANGUL : c < 0x1400 ? ETHIOPIC : OTHER;
    }
    if (c < 0x2000) {
      return c < 0x1F00 ? LATIN : GREEK;
    }
    if (c >= 0x3040 && c < 0x3100) {
      return KANA;
    }
    if (c >= 0x3400 && c < 0xA000) {
      return HAN;
    }
    return c >= 0xAC00 && c < 0xD7B0 ? HANGUL : OTHER;
  }
}
