package dev.dateline.ingest.text;

/**
 * Makes text fit to store. Unicode normal forms are left as they are: a publisher's text stays to
 * the letter, and whoever compares text folds it for the comparison.
 */
public final class CleanText {

  private static final char IDEOGRAPHIC_SPACE = '\u3000';

  /** Says where a word may be broken, which is for whoever sets the text in lines. */
  private static final char SOFT_HYPHEN = '\u00AD';

  private CleanText() {}

  /**
   * Replaces what cannot be stored (NUL, surrogates without their other half) by U+FFFD, one for
   * one: the length and every offset stay.
   */
  public static String literal(String text) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        if (changed == null) {
          changed = new StringBuilder(text);
        }
        changed.setCharAt(i, '\uFFFD');
      }
    }
    return changed == null ? text : changed.toString();
  }

  /**
   * Prose: line ends become a line feed; control characters but tab and line feed, byte order marks
   * and soft hyphens go; trailing space of lines goes; more than one empty line becomes one;
   * mojibake that is certain is repaired.
   */
  public static String prose(String raw) {
    String text = Mojibake.repair(raw);
    StringBuilder out = new StringBuilder(text.length());
    int lineFeeds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        continue;
      }
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\f') {
        stripEnd(out);
        lineFeeds += c == '\u2029' || c == '\f' ? 2 : 1;
      } else if (!Character.isISOControl(c) && c != '\uFEFF' && c != SOFT_HYPHEN || c == '\t') {
        if (lineFeeds > 0) {
          if (isSpace(c)) {
            continue;
          }
          if (!out.isEmpty()) {
            out.append(lineFeeds > 1 ? "\n\n" : "\n");
          }
          lineFeeds = 0;
        }
        if (!out.isEmpty() || !isSpace(c)) {
          out.append(c);
        }
      }
    }
    stripEnd(out);
    return literal(out.toString());
  }

  /**
   * One line: every run of white space and control characters becomes one space of its kind;
   * mojibake that is certain is repaired.
   */
  public static String line(String raw) {
    String text = Mojibake.repair(raw);
    StringBuilder out = new StringBuilder(Math.min(text.length(), 1024));
    boolean space = false;
    boolean ideographic = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c) || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        space = true;
        ideographic |= c == IDEOGRAPHIC_SPACE;
      } else if (c != '\uFEFF' && c != '\u200B' && c != SOFT_HYPHEN) {
        if (space && !out.isEmpty()) {
          out.append(ideographic ? IDEOGRAPHIC_SPACE : ' ');
        }
        space = false;
        ideographic = false;
        out.append(c);
      }
    }
    return literal(out.toString());
  }

  /** Cuts at a limit of UTF-16 code units, not inside a surrogate pair. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  private static void stripEnd(StringBuilder out) {
    int end = out.length();
    while (end > 0 && isSpace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }

  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
