package dev.dateline.enrich.stage;

import dev.dateline.enrich.knowledge.Corrections;

/**
 * Tags documents. Implementations are immutable, thread-safe and pure: the same document gives the
 * same tags. They take any text, however hostile, in time linear in its length.
 */
@FunctionalInterface
public interface Tagger {

  /** The tags of a document. */
  Tags tag(Document document);

  /** The same tagger over corrected knowledge; one that looks nothing up stays as it is. */
  default Tagger corrected(Corrections corrections) {
    return this;
  }

  /**
   * The tags of a document while others wait; a tagger that is slow may look less closely, and says
   * so on the tags.
   *
   * @param waiting documents that wait behind this one
   */
  default Tags tag(Document document, long waiting) {
    return tag(document);
  }
}
