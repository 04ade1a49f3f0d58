package dev.dateline.enrich.topology;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetterCode;

/** What became of one observation. */
public sealed interface EnrichEvent {

  /** It made a revision. */
  record Published(String articleId, int revision, Change change) implements EnrichEvent {}

  /** It said nothing new. */
  record Repeated(String articleId) implements EnrichEvent {}

  /**
   * It could not be processed.
   *
   * @param origin key of its dead letter
   */
  record Dead(String origin, DeadLetterCode code) implements EnrichEvent {}
}
