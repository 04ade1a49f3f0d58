package dev.dateline.ingest.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes the ampersands that writers of XML forgot to escape, above all in addresses: else the
 * rules of HTML would read {@code ?a=1&copy=2} as a copyright sign.
 */
public final class Ampersands {

  private static final Pattern CHARACTER =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  private static final String DATA = "<![CDATA[";
  private static final String DATA_END = "]]>";

  private Ampersands() {}

  /** The text with every ampersand outside of CDATA begin a character reference. */
  public static String escaped(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    Matcher reference = CHARACTER.matcher(text);
    int data = text.indexOf(DATA);
    int at = 0;
    for (int next = text.indexOf('&'); next >= 0; next = text.indexOf('&', next)) {
      if (data >= 0 && data < next) {
        int end = text.indexOf(DATA_END, data);
        int after = end < 0 ? text.length() : end + DATA_END.length();
        next = Math.max(next, after);
        data = text.indexOf(DATA, after);
        continue;
      }
      next++;
      if (!reference.region(next - 1, text.length()).lookingAt()) {
        out.append(text, at, next).append("amp;");
        at = next;
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
