package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;

/**
 * Hears what the sink did, after the commit, in the thread of the sink and in the order of each
 * partition. A listener that throws or blocks holds the sink up.
 */
public interface SinkListener {

  /** Hears nothing. */
  SinkListener NONE = article -> {};

  /** A revision is stored and was not before. */
  void stored(EnrichedArticle article);

  /** A record could not be stored and waits in the outbox as a dead letter. */
  default void dead(DeadLetter letter) {}
}
