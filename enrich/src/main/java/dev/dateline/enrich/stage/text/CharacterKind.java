package dev.dateline.enrich.stage.text;

/** What a character does to the words around it: one table look-up a character. */
final class CharacterKind {

  static final byte SYMBOL = 0;
  static final byte SPACE = 1;
  static final byte LETTER = 2;
  static final byte DIGIT = 3;

  /** Combining marks and invisible format characters: part of a word that is under way. */
  static final byte MARK = 4;

  /** Han and Hiragana: no spaces and no inflection worth a dictionary, so each is a word. */
  static final byte SINGLE = 5;

  /** Katakana: a run of them is a word, mostly a foreign name. */
  static final byte KATAKANA = 6;

  /** Thai, Lao, Khmer, Myanmar: words only by dictionary. */
  static final byte DICTIONARY = 7;

  static final byte APOSTROPHE = 8;

  private static final byte[] TABLE = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < TABLE.length; c++) {
      TABLE[c] = classify(c);
    }
  }

  private CharacterKind() {}

  static byte of(int codePoint) {
    return codePoint < TABLE.length ? TABLE[codePoint] : classify(codePoint);
  }

  private static byte classify(int c) {
    if (c == '\'' || c == '\u2019' || c == '\u02BC' || c == '"' || c == '\u05F3' || c == '\u05F4') {
      return APOSTROPHE;
    }
    switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER:
        return DIGIT;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK:
        return isByDictionary(c) ? DICTIONARY : MARK;
      case Character.FORMAT:
        return MARK;
      case Character.SPACE_SEPARATOR,
      Character.LINE_SEPARATOR,
      Character.PARAGRAPH_SEPARATOR,
      Character.CONTROL:
        return SPACE;
      case Character.UPPERCASE_LETTER,
      Character.LOWERCASE_LETTER,
      Character.TITLECASE_LETTER,
      Character.MODIFIER_LETTER,
      Character.OTHER_LETTER:
        return letter(c);
      default:
        return SYMBOL;
    }
  }

  private static byte letter(int c) {
    if (isByDictionary(c)) {
      return DICTIONARY;
    }
    if (c == '\u30FC') {
      return KATAKANA;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA -> SINGLE;
      case KATAKANA -> KATAKANA;
      default -> LETTER;
    };
  }

  private static boolean isByDictionary(int c) {
    return (c >= 0x0E00 && c <= 0x0EFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF);
  }
}
