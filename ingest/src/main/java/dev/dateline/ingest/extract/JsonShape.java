package dev.dateline.ingest.extract;

/** Tells JSON Lines from one JSON document, without parsing. */
final class JsonShape {

  private JsonShape() {}

  /**
   * Whether the text, which starts with a brace, has a whole object in its first line: the braces
   * outside strings are balanced where the line ends.
   */
  static boolean isLines(String text) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return depth == 0;
      }
      if (inString) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inString = false;
        }
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth < 0) {
          return false;
        }
      }
    }
    return false;
  }

  /** Whether the text, which starts with a bracket, is an array of objects. */
  static boolean isArray(String text) {
    String rest = text.substring(1).stripLeading();
    return rest.startsWith("{") || rest.startsWith("]");
  }
}
