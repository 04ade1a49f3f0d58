package dev.dateline.ingest.text;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * Tells text that was decoded rightly from text that was not, by what all writing has in common:
 * words keep to one script, capitals begin words, symbols stand between words. Charsets whose text
 * has the same shape are told apart by how often letters occur: Cyrillic ones, and the Latin ones,
 * whose letters with marks are those of one language.
 */
final class TextShape {

  private static final String FREQUENT = "оаеинтрсвл";
  private static final String COMMON = "кмдпуяыьгзбчйхж";

  private final int[] text;

  /**
   * Read where the first letter with a mark asks for it: most readings of other scripts have none.
   */
  private @Nullable LatinPairs pairs;

  private TextShape(String text) {
    this.text = text.codePoints().toArray();
  }

  /** A mean over all characters beyond ASCII: about 1 to 2 for text, below that for noise. */
  static double score(String text) {
    return new TextShape(text).score();
  }

  private double score() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] > 0x7F) {
        sum += score(at(i - 1), text[i], at(i + 1));
        count++;
      } else if (at(i - 1) > 0x7F && Character.isUpperCase(text[i])) {
        sum -= Character.isLowerCase(at(i - 1)) ? 2 : 0;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private int at(int i) {
    return i < 0 || i >= text.length ? ' ' : text[i];
  }

  private double score(int before, int c, int after) {
    if (isNoise(c)) {
      return -3;
    }
    if (ThaiShape.isThai(c)) {
      return ThaiShape.score(before, c, after);
    }
    if (!isWordPart(c)) {
      return Character.isLetter(before) && Character.isLetter(after) ? -2 : 0;
    }
    boolean mixed =
        Character.isLetter(before) && !mix(before, c)
            || Character.isLetter(after) && !mix(c, after);
    if (mixed) {
      return -2;
    }
    if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
      return -3;
    }
    if (isMarkedLatin(c)) {
      return latin(before, c, after);
    }
    if (HebrewShape.isHebrew(c)) {
      return HebrewShape.score(before, c, after);
    }
    if (isEastAsian(c) && !isEastAsian(before) && !isEastAsian(after)) {
      return alone(before, c, after);
    }
    return isWordPart(before) || isWordPart(after) ? frequency(c) : 0;
  }

  private double latin(int before, int c, int after) {
    LatinPairs latin = pairs == null ? new LatinPairs(text) : pairs;
    pairs = latin;
    if (isMarkedLatin(before) && !latin.knows(before, c)) {
      return -1; // letters with marks stand among plain ones
    }
    boolean beside = Character.isDigit(before) || Character.isDigit(after);
    if (beside && c != 'ª' && c != 'º') {
      return -1; // a sign before or after a number
    }
    return (latin.knows(before, c) ? 0.75 : 0) + (latin.knows(c, after) ? 0.75 : 0);
  }

  /**
   * East Asian words of one character exist, but accents and symbols of Latin text look the same.
   */
  private static double alone(int before, int c, int after) {
    if (isHalfWidth(c) && Character.isLetterOrDigit(before)) {
      return -1;
    }
    return (Character.isLetter(before) ? -1 : 0) + (Character.isLetter(after) ? -1 : 0);
  }

  private static double frequency(int c) {
    if (c < 0x400 || c > 0x52F) {
      return 1;
    }
    if (FREQUENT.indexOf(c) >= 0) {
      return 2;
    }
    if (COMMON.indexOf(c) >= 0) {
      return 1;
    }
    return Character.isUpperCase(c) ? 0.5 : 0;
  }

  private static boolean isMarkedLatin(int c) {
    return c > 0x7F && c < 0x250 && Character.isLetter(c);
  }

  static boolean isWordPart(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** What no news has: characters that do not exist, controls, and the lines of boxes. */
  static boolean isNoise(int c) {
    return c == 0xFFFD || Character.isISOControl(c) || c >= 0x2500 && c < 0x2600;
  }

  /** Katakana of one byte each in Shift_JIS. */
  private static boolean isHalfWidth(int c) {
    return c >= 0xFF61 && c <= 0xFF9F;
  }

  static boolean mix(int a, int b) {
    UnicodeScript one = UnicodeScript.of(a);
    UnicodeScript other = UnicodeScript.of(b);
    return one == other
        || isShared(one)
        || isShared(other)
        || isEastAsian(one) && isEastAsian(other)
        || isEastAsian(one) && other == UnicodeScript.LATIN
        || one == UnicodeScript.LATIN && isEastAsian(other);
  }

  private static boolean isShared(UnicodeScript script) {
    return script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
  }

  private static boolean isEastAsian(int c) {
    return isEastAsian(UnicodeScript.of(c));
  }

  private static boolean isEastAsian(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
