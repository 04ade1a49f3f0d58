package dev.dateline.enrich.stage;

import dev.dateline.enrich.knowledge.Corrections;

/**
 * Tags documents. Implementations are immutable, thread-safe and pure: the same document gives the
 * same tags. They take any text, however hostile, in time linear in its length.
 */
public interface Tagger {

  /** The tags of a document. */
  Tags tag(Document document);

  /** The same tagger over corrected knowledge; one that looks nothing up stays as it is. */
  default Tagger corrected(Corrections corrections) {
    return this;
  }
}
