package dev.dateline.enrich.topology;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetterCode;
import org.jspecify.annotations.Nullable;

/** What became of one observation. */
public sealed interface EnrichEvent {

  /** It made a revision. */
  record Published(String articleId, int revision, Change change) implements EnrichEvent {}

  /** It said nothing new. */
  record Repeated(String articleId) implements EnrichEvent {}

  /**
   * It could not be processed.
   *
   * @param articleId null where its record has no key
   * @param origin key of its dead letter
   */
  record Dead(@Nullable String articleId, String origin, DeadLetterCode code)
      implements EnrichEvent {}
}
