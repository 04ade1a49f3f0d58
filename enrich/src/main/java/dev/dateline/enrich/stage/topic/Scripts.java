package dev.dateline.enrich.stage.topic;

/** How scripts make words. */
final class Scripts {

  private static final int ARABIC_ALEF = 0x627;
  private static final int ARABIC_LAM = 0x644;

  /** Below it no script is unspaced. */
  private static final int SPACED = 0xe00;

  /**
   * Letters that change with their place in a word or with its stress, that writers take for each
   * other, or that say a Latin one, so that {@code економика} and {@code ekonomika} are one word;
   * below each the one that it is read as.
   */
  private static final String VARIANTS =
      "άέήίόύώςёךםןףץأإآٱىیکةабвгдежзийклмнопрстуфхцчшыэіґђћјαβγδεζηικλμνξοπρστυφχω";

  private static final String PLAIN =
      "aeiioyoseכמנפצااااييكهabvgdežzijklmnoprstufhcčšyeigđćjavgdeziiklmnxoprstyfho";

  private static final char[] SMALL = new char[SPACED];

  static {
    for (int c = 0; c < SPACED; c++) {
      SMALL[c] = isWordPart(c) ? plain((char) Character.toLowerCase(c)) : 0;
    }
  }

  private Scripts() {}

  private static char plain(char small) {
    int variant = VARIANTS.indexOf(small);
    return variant < 0 ? small : PLAIN.charAt(variant);
  }

  /**
   * A character that is part of a word, in lower case and as its plain variant: 0 where it is none
   * or beyond a table.
   */
  static int smallLetter(char c) {
    return c < SPACED ? SMALL[c] : 0;
  }

  /** Scripts that put no spaces between words: Thai to Khmer, Tibetan, Kana, Han. */
  static boolean isUnspaced(int point) {
    if (point < SPACED) {
      return false;
    }
    return point <= 0xfff
        || (point >= 0x1000 && point <= 0x109f)
        || (point >= 0x1780 && point <= 0x17ff)
        || (point >= 0x3041 && point <= 0x30ff && point != 0x30fb)
        || (point >= 0x3400 && point <= 0x9fff)
        || (point >= 0x20000 && point <= 0x3ffff);
  }

  static boolean isWordPart(int point) {
    if (point < 0x80) {
      return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
    }
    if (Character.isLetter(point)) {
      return true;
    }
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * Length of the shortest stem worth a feature: two signs where a sign is a syllable, three where
   * vowels are not written, else four.
   */
  static int shortestStem(int point) {
    if (point >= 0xac00 && point <= 0xd7a3 || point >= 0x1200 && point <= 0x137f) {
      return 2;
    }
    return point >= 0x590 && point <= 0x6ff ? 3 : 4;
  }

  /** The Hebrew letters that stand before a word for "the", "and", "in", "to", "from", "that". */
  static boolean isHebrewParticle(int point) {
    return point == 0x5d4
        || point == 0x5d5
        || point == 0x5d1
        || point == 0x5dc
        || point == 0x5de
        || point == 0x5e9
        || point == 0x5db;
  }

  /** The letters that stand before an Arabic word for "and", "in", "to" and "the". */
  static int prefixLength(int[] word, int length) {
    if (word[0] < 0x600 || word[0] > 0x6ff) {
      return 0;
    }
    if (length > 4 && word[0] == ARABIC_ALEF && word[1] == ARABIC_LAM) {
      return 2;
    }
    boolean particle = word[0] == 0x648 || word[0] == 0x641 || word[0] == 0x628 || word[0] == 0x643;
    if (length > 5 && particle && word[1] == ARABIC_ALEF && word[2] == ARABIC_LAM) {
      return 3;
    }
    if (length > 5 && word[0] == ARABIC_LAM && word[1] == ARABIC_LAM) {
      return 2;
    }
    return 0;
  }
}
