package dev.dateline.sink.postgres;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.sink.DeadRows;
import dev.dateline.sink.Row;
import dev.dateline.sink.SinkPartition;
import dev.dateline.sink.Slice;
import dev.dateline.sink.WriteResult.Written;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes the rows of one batch inside its transaction. */
final class BatchWriter {

  private record Placed(SinkPartition partition, Row.Revision row) {}

  private final Handle handle;
  private final Clock clock;
  private final List<EnrichedArticle> stored = new ArrayList<>();
  private final List<DeadLetter> dead = new ArrayList<>();
  private int removed;
  private int duplicates;

  BatchWriter(Handle handle, Clock clock) {
    this.handle = handle;
    this.clock = clock;
  }

  /** Writes the rows of all slices; those that are refused become dead letters. */
  Written write(List<Slice> slices) {
    List<Placed> run = new ArrayList<>();
    for (Slice slice : slices) {
      SinkPartition partition = slice.claim().partition();
      for (Row row : slice.rows()) {
        if (row instanceof Row.Revision revision) {
          run.add(new Placed(partition, revision));
        } else if (row instanceof Row.Dead unreadable) {
          bury(partition, unreadable.origin().offset(), unreadable.letter());
        } else if (row instanceof Row.Removal removal) {
          // A tombstone follows its revision: what came before it goes first.
          storeRevisions(run);
          run.clear();
          remove(partition, removal);
        }
      }
    }
    storeRevisions(run);
    return new Written(stored, removed, duplicates, dead);
  }

  private void storeRevisions(List<Placed> run) {
    Bisection.store(run, this::attempt, this::refuse);
  }

  private Optional<String> attempt(List<Placed> rows) {
    List<EnrichedArticle> fresh = new ArrayList<>();
    Optional<String> refusal =
        Savepoint.attempt(
            handle,
            () ->
                fresh.addAll(
                    RevisionWriter.insertNew(
                        handle, rows.stream().map(row -> row.row().article()).toList())));
    if (refusal.isEmpty()) {
      stored.addAll(fresh);
      duplicates += rows.size() - fresh.size();
    }
    return refusal;
  }

  private void refuse(Placed placed, String reason) {
    String message = "PostgreSQL refuses the row: " + reason;
    bury(
        placed.partition(),
        placed.row().origin().offset(),
        DeadRows.refused(placed.row(), message, clock.instant()));
  }

  private void remove(SinkPartition partition, Row.Removal removal) {
    RevisionKey key = new RevisionKey(removal.articleId(), removal.revision());
    boolean[] there = new boolean[1];
    Optional<String> refusal =
        Savepoint.attempt(handle, () -> there[0] = RevisionRemover.remove(handle, key));
    if (refusal.isPresent()) {
      String message = "PostgreSQL refuses the key of the tombstone: " + refusal.get();
      bury(
          partition,
          removal.origin().offset(),
          DeadRows.refused(removal, message, clock.instant()));
    } else if (there[0]) {
      removed++;
    } else {
      duplicates++;
    }
  }

  private void bury(SinkPartition partition, long offset, DeadLetter letter) {
    if (OutboxTable.insert(handle, partition, offset, letter)) {
      dead.add(letter);
    } else {
      duplicates++;
    }
  }
}
