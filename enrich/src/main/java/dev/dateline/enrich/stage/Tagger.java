package dev.dateline.enrich.stage;

/**
 * Tags documents. Implementations are immutable, thread-safe and pure: the same document gives the
 * same tags. They take any text, however hostile, in time linear in its length.
 */
public interface Tagger {

  /** The tags of a document. */
  Tags tag(Document document);
}
