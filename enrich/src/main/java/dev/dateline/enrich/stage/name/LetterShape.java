package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.text.LetterCase;

/** What a character is in the shape of a word: one table look-up. */
final class LetterShape {

  /** An invisible character, which is no part of a shape. */
  static final int NONE = -1;

  static final int UPPER = 'X';
  static final int LOWER = 'x';
  private static final int DIGIT = '0';

  /** Letters without case go by their script, beyond this. */
  private static final int CASELESS = 0x100;

  private static final int LIMIT = 0x2100;
  private static final short[] TABLE = new short[LIMIT];

  static {
    for (int c = 0; c < LIMIT; c++) {
      TABLE[c] = (short) classify((char) c);
    }
  }

  private LetterShape() {}

  /** The class of a character; a symbol is its own. */
  static int of(char c) {
    return c < LIMIT ? TABLE[c] : classify(c);
  }

  private static int classify(char c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT -> NONE;
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
      case Character.LOWERCASE_LETTER -> LetterCase.isSmall(c) ? LOWER : CASELESS + Script.of(c);
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      default -> Character.isLetter(c) ? CASELESS + Script.of(c) : c;
    };
  }
}
