package dev.dateline.enrich.knowledge;

import com.ibm.icu.text.Normalizer2;

/**
 * Letters reduced to what tells names apart: no case, no accents in Latin and Greek, no points in
 * Hebrew, one form of the Arabic letters that writers mix. Cyrillic keeps its letters, but ё is е.
 */
final class Folding {

  /** Says that a character does not count: accents, points, apostrophes, invisible characters. */
  static final char NOTHING = 0;

  private static final int SIZE = 0x2100;
  private static final char[] TABLE = new char[SIZE];

  static {
    Normalizer2 decomposition = Normalizer2.getNFKDInstance();
    for (int c = 0; c < SIZE; c++) {
      TABLE[c] = compute((char) c, decomposition);
    }
  }

  private Folding() {}

  static char fold(char c) {
    if (c < SIZE) {
      return TABLE[c];
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return TABLE[c - 0xFEE0];
    }
    return Character.getType(c) == Character.FORMAT ? NOTHING : Character.toLowerCase(c);
  }

  private static char compute(char c, Normalizer2 decomposition) {
    if (c == '\'' || c == '.' || c == '"' || c == '\u2019' || c == '\u02BC' || c == '\u05F3') {
      return NOTHING;
    }
    if (c == '\u05F4' || c == '\u0640' || Character.getType(c) == Character.FORMAT) {
      return NOTHING;
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK && c < 0x0900) {
      return NOTHING;
    }
    if (c >= 0x0600 && c < 0x0700) {
      return arabic(c);
    }
    char lower = Character.toLowerCase(c);
    if (lower >= 0x0400 && lower < 0x0530) {
      return cyrillic(lower);
    }
    String parts = decomposition.getDecomposition(lower);
    return special(parts == null ? lower : parts.charAt(0));
  }

  private static char cyrillic(char lower) {
    return switch (lower) {
      case 'ё', 'ѐ' -> 'е';
      case 'ѝ' -> 'и';
      case 'ґ' -> 'г';
      default -> lower;
    };
  }

  private static char special(char lower) {
    return switch (lower) {
      case 'ł' -> 'l';
      case 'ø' -> 'o';
      case 'đ', 'ð' -> 'd';
      case 'ı' -> 'i';
      case 'ß' -> 's';
      case 'æ' -> 'a';
      case 'ə' -> 'a';
      case 'ς' -> 'σ';
      default -> lower;
    };
  }

  private static char arabic(char c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ئ' -> 'ي';
      case 'ة', 'ہ', 'ە' -> 'ه';
      case 'ؤ' -> 'و';
      case 'ک' -> 'ك';
      default -> c;
    };
  }
}
