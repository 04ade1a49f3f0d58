package dev.dateline.enrich.stage.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;

/** Texts in composed form (NFC), as nearly all are already. */
public final class Composed {

  private static final int LIMIT = 0x2200;

  /**
   * Characters that are composed wherever they stand: a text of nothing else is.
   *
   * @see <a href="https://www.unicode.org/reports/tr15/#Detecting_Normalization_Forms">Unicode
   *     Standard Annex 15</a>
   */
  private static final boolean[] SAFE = new boolean[LIMIT];

  static {
    Normalizer2 composition = Normalizer2.getNFCInstance();
    for (int c = 0; c < LIMIT; c++) {
      SAFE[c] =
          UCharacter.getCombiningClass(c) == 0
              && composition.quickCheck(Character.toString(c)) == com.ibm.icu.text.Normalizer.YES;
    }
  }

  private Composed() {}

  /** The text in composed form; itself where it is. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LIMIT || !SAFE[c]) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
