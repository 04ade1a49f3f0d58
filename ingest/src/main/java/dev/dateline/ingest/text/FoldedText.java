package dev.dateline.ingest.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text in fewer characters, for patterns to match: no accents, one kind of space, the digits of all
 * scripts as ASCII, no marks of direction. The case of letters stays.
 */
final class FoldedText {

  /** The accents of Latin, Greek and Cyrillic; the vowels of other scripts are not among them. */
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

  private static final Pattern SPACES = Pattern.compile("[\\h\\v]");
  private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");
  private static final int SPARE = 20;

  private FoldedText() {}

  /**
   * @param text a short one; where single characters stand for many, no more than twice its length
   *     is kept
   */
  static String of(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = ACCENTS.matcher(apart).replaceAll("").replace('ı', 'i').replace('\u2212', '-');
    String spaced = SPACES.matcher(FORMAT.matcher(plain).replaceAll("")).replaceAll(" ");
    String folded = digits(Normalizer.normalize(spaced, Normalizer.Form.NFC));
    return folded.substring(0, Math.min(folded.length(), 2 * text.length() + SPARE));
  }

  private static String digits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return ascii.toString();
  }
}
