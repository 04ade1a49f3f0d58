package dev.dateline.ingest.extract;

/** Mends JSON that was pasted together: quotes inside of its strings that nobody escaped. */
final class Quotes {

  private Quotes() {}

  /**
   * The same with those quotes escaped that do not stand where a string can begin or end. What is
   * broken in another way stays so.
   */
  static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length() + 16);
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && inString && i + 1 < json.length()) {
        out.append(c).append(json.charAt(++i));
        continue;
      }
      if (c == '"') {
        if (inString && !ends(json, i + 1)) {
          out.append('\\');
        } else {
          inString = !inString;
        }
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Whether a string can have ended before a place: a name or a value with what follows these. */
  private static boolean ends(String json, int from) {
    int next = skipSpace(json, from);
    if (next == json.length() || "}]:".indexOf(json.charAt(next)) >= 0) {
      return true;
    }
    int behind = skipSpace(json, next + 1);
    return json.charAt(next) == ','
        && behind < json.length()
        && "\"{[}]".indexOf(json.charAt(behind)) >= 0;
  }

  private static int skipSpace(String json, int from) {
    int at = from;
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at;
  }
}
