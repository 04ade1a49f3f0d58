package dev.dateline.enrich.topology;

import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RegisterEntry;
import java.util.List;
import java.util.Optional;

/** What an observation leads to, decided and not yet applied. */
sealed interface Result {

  /**
   * A revision to publish.
   *
   * @param entry the register entry that goes with it
   * @param formerSubjects top-level subject codes of the latest revision before
   */
  record Revision(EnrichedArticle article, RegisterEntry entry, List<String> formerSubjects)
      implements Result {}

  /**
   * Nothing to publish.
   *
   * @param entry the register entry, where it changes
   */
  record Quiet(Optional<RegisterEntry> entry) implements Result {}

  /** The article was taken down: nothing comes of it. */
  record Barred() implements Result {}

  /** A stage threw. */
  record StageFailed(Throwable cause) implements Result {}
}
