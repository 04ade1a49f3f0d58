package dev.dateline.enrich.topology;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.DeadLetterCode;
import dev.dateline.schemas.RecordKeys;

/** What became of one observation. */
public sealed interface EnrichEvent {

  /** Where the observation lies, as {@link RecordKeys#origin} writes it. */
  String origin();

  /** It made a revision. */
  record Published(String origin, String articleId, int revision, Change change)
      implements EnrichEvent {}

  /** It said nothing new. */
  record Repeated(String origin) implements EnrichEvent {}

  /** Its article was taken down. */
  record Barred(String origin) implements EnrichEvent {}

  /** It could not be processed; its origin is the key of the dead letter. */
  record Dead(String origin, DeadLetterCode code) implements EnrichEvent {}
}
