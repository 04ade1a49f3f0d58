package dev.dateline.app.output;

/** How a command prints what it found. */
public enum OutputFormat {
  /** For people: one line an article, or a page about one. */
  TABLE,
  /** One JSON document. */
  JSON,
  /** One JSON object a line (application/x-ndjson). */
  NDJSON
}
