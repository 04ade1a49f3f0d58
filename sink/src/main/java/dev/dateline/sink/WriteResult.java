package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import java.util.List;

/** What became of a batch. */
public sealed interface WriteResult {

  /**
   * Rows and offsets are committed.
   *
   * @param stored revisions that are new in the store, in the order of the batch
   * @param removed tombstones that were obeyed
   * @param duplicates records that were there already
   * @param dead dead letters that are new in the outbox
   */
  record Written(List<EnrichedArticle> stored, int removed, int duplicates, List<DeadLetter> dead)
      implements WriteResult {

    public Written {
      stored = List.copyOf(stored);
      dead = List.copyOf(dead);
    }
  }

  /**
   * Nothing is stored: somebody claimed this partition since, or an earlier write of this claim
   * succeeded without its answer arriving.
   */
  record Fenced(SinkPartition partition) implements WriteResult {}
}
