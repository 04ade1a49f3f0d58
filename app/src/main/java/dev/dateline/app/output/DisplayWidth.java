package dev.dateline.app.output;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;

/**
 * How many columns a text takes in a terminal: East Asian wide characters take two, marks and
 * controls none (Unicode Standard Annex 11).
 */
final class DisplayWidth {

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::ofCodePoint).sum();
  }

  /** The text in exactly {@code width} columns: padded with spaces, or cut with an ellipsis. */
  static String fit(String text, int width) {
    String shortened = truncate(text, width);
    return shortened + " ".repeat(width - of(shortened));
  }

  /** The text in at most {@code width} columns, cut between characters as readers see them. */
  static String truncate(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance();
    characters.setText(text);
    int end = 0;
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      if (of(text.substring(0, next)) > width - 1) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static int ofCodePoint(int codePoint) {
    int type = UCharacter.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.CONTROL
        || type == Character.FORMAT) {
      return 0;
    }
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
  }
}
