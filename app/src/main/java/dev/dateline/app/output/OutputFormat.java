package dev.dateline.app.output;

import java.util.Locale;

/** How a command prints what it found. */
public enum OutputFormat {
  /** For people: one line an article, or a page about one. */
  TABLE,
  /** One JSON document. */
  JSON,
  /** One JSON object a line (application/x-ndjson). */
  NDJSON;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
