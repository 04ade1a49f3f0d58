package dev.dateline.sink.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a query between spaces, or between quotes.
 *
 * @param text the words of it
 * @param quoted whether it stood in quotes
 * @param excluded whether a minus stood before it
 * @param beginning whether an asterisk stood behind it
 */
record QueryTerm(String text, boolean quoted, boolean excluded, boolean beginning) {

  private static final String QUOTES = "\"“”„«»「」";

  /** Whether it is the word {@code or} between alternatives. */
  boolean isAlternative() {
    return !quoted && !excluded && text.equalsIgnoreCase("or");
  }

  /** Splits a query in one pass; a quote that is never closed reaches to the end. */
  static List<QueryTerm> split(String query) {
    List<QueryTerm> terms = new ArrayList<>();
    int at = 0;
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      boolean excluded = c == '-' && at + 1 < query.length();
      int start = excluded ? at + 1 : at;
      boolean quoted = QUOTES.indexOf(query.charAt(start)) >= 0;
      int from = quoted ? start + 1 : start;
      int to = quoted ? closing(query, from) : end(query, from);
      boolean beginning = !quoted && to - from > 1 && query.charAt(to - 1) == '*';
      terms.add(new QueryTerm(query.substring(from, to), quoted, excluded, beginning));
      at = quoted ? to + 1 : Math.max(to, at + 1);
    }
    return terms;
  }

  private static int closing(String query, int from) {
    int to = from;
    while (to < query.length() && QUOTES.indexOf(query.charAt(to)) < 0) {
      to++;
    }
    return to;
  }

  private static int end(String query, int from) {
    int to = from;
    while (to < query.length()
        && !Character.isWhitespace(query.charAt(to))
        && QUOTES.indexOf(query.charAt(to)) < 0) {
      to++;
    }
    return to;
  }
}
