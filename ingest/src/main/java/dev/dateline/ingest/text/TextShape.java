package dev.dateline.ingest.text;

import java.lang.Character.UnicodeScript;

/**
 * Tells text that was decoded rightly from text that was not, by what all writing has in common:
 * words keep to one script, capitals begin words, symbols stand between words. Cyrillic, which has
 * the most charsets, is also told by how often its letters occur.
 */
final class TextShape {

  private static final String FREQUENT = "оаеинтрсвл";
  private static final String COMMON = "кмдпуяыьгзбчйхж";

  private TextShape() {}

  /** A mean over all characters beyond ASCII: about 1 to 2 for text, below that for noise. */
  static double score(String text) {
    double sum = 0;
    int count = 0;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c > 0x7F) {
        int after = i < text.length() ? text.codePointAt(i) : ' ';
        sum += score(before, c, after);
        count++;
      } else if (before > 0x7F && Character.isLetter(before) && Character.isUpperCase(c)) {
        sum -= Character.isLowerCase(before) ? 2 : 0;
      }
      before = c;
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double score(int before, int c, int after) {
    if (c == 0xFFFD || Character.isISOControl(c) || isBox(c)) {
      return -3;
    }
    if (!isWordPart(c)) {
      return Character.isLetter(before) && Character.isLetter(after) ? -2 : 0;
    }
    if (Character.isLetter(before)) {
      if (!mix(before, c)) {
        return -2;
      }
      if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
        return -3;
      }
      boolean latin = c < 0x250;
      if (latin && before > 0x7F) {
        return -1; // letters with marks stand among plain ones
      }
    }
    return frequency(c);
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

  private static boolean isWordPart(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isBox(int c) {
    return c >= 0x2500 && c < 0x2600;
  }

  private static boolean mix(int a, int b) {
    UnicodeScript one = UnicodeScript.of(a);
    UnicodeScript other = UnicodeScript.of(b);
    return one == other
        || one == UnicodeScript.COMMON
        || other == UnicodeScript.COMMON
        || other == UnicodeScript.INHERITED
        || isEastAsian(other) && (isEastAsian(one) || one == UnicodeScript.LATIN);
  }

  private static boolean isEastAsian(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
