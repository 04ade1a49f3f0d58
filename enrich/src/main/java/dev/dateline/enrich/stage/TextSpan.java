package dev.dateline.enrich.stage;

/**
 * A stretch of a text.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last UTF-16 code unit
 * @param text the text between them, to the letter
 */
public record TextSpan(int start, int end, String text) {

  public TextSpan {
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(start + ".." + end + " does not span '" + text + "'");
    }
  }

  /** The span of {@code whole} from {@code start} to {@code end}. */
  public static TextSpan of(String whole, int start, int end) {
    return new TextSpan(start, end, whole.substring(start, end));
  }
}
