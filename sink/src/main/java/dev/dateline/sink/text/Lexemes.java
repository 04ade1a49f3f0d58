package dev.dateline.sink.text;

/** Writes lexemes in the text form of PostgreSQL's tsvector and tsquery. */
final class Lexemes {

  private Lexemes() {}

  /** Appends a quoted lexeme. */
  static void quote(StringBuilder out, String form) {
    out.append('\'');
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == '\'' || c == '\\') {
        out.append(c);
      }
      out.append(c);
    }
    out.append('\'');
  }
}
