package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;

/** What a record asks the store to do. */
public sealed interface Row {

  /** The record behind it. */
  Origin origin();

  /** Keep this revision. */
  record Revision(Origin origin, EnrichedArticle article) implements Row {}

  /** A tombstone: forget this revision. */
  record Removal(Origin origin, String articleId, int revision) implements Row {}

  /** The record cannot be read: keep the dead letter. */
  record Dead(Origin origin, DeadLetter letter) implements Row {}
}
