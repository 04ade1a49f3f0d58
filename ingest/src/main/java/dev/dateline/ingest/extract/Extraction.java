package dev.dateline.ingest.extract;

import dev.dateline.schemas.DeadLetterCode;

/** What became of one item: of a file, of a line, of an item in a message. */
public sealed interface Extraction {

  /** The bytes that it was read from. */
  Origin origin();

  /** The same, read from another location. */
  default Extraction at(String location) {
    Origin moved = origin().at(location);
    if (this instanceof Extracted extracted) {
      return new Extracted(extracted.article(), moved);
    }
    return this instanceof Rejected rejected
        ? new Rejected(rejected.code(), rejected.message(), moved)
        : new Skipped(((Skipped) this).reason(), moved);
  }

  /** An article was read. */
  record Extracted(ExtractedArticle article, Origin origin) implements Extraction {}

  /**
   * Nothing could be read.
   *
   * @param message what is wrong, where, and what to do next, for a person
   */
  record Rejected(DeadLetterCode code, String message, Origin origin) implements Extraction {}

  /**
   * Nothing was to be read: not a kind of file that holds articles.
   *
   * @param reason one sentence for a person
   */
  record Skipped(String reason, Origin origin) implements Extraction {}
}
