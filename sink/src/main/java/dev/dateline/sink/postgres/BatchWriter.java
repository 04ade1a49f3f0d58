package dev.dateline.sink.postgres;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.sink.DeadRows;
import dev.dateline.sink.Row;
import dev.dateline.sink.SinkPartition;
import dev.dateline.sink.Slice;
import dev.dateline.sink.WriteResult.Written;
import dev.dateline.sink.postgres.LedgerTable.Account;
import dev.dateline.sink.postgres.RevisionRemover.Removed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one batch inside its transaction. */
final class BatchWriter {

  private record Placed(SinkPartition partition, Row.Revision row) {}

  private final Handle handle;
  private final Clock clock;
  private final List<EnrichedArticle> stored = new ArrayList<>();
  private final List<DeadLetter> dead = new ArrayList<>();
  private final LedgerTable ledger = new LedgerTable();
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
    ledger.write(handle);
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
      Set<RevisionKey> unseen = fresh.stream().map(RevisionKey::of).collect(Collectors.toSet());
      for (Placed row : rows) {
        boolean first = unseen.remove(RevisionKey.of(row.row().article()));
        count(row.partition(), source(row), Counts.IN.plus(first ? Counts.OUT : Counts.DUPLICATE));
      }
    }
    return refusal;
  }

  private static String source(Placed placed) {
    return placed.row().article().getArticle().getSource().getId();
  }

  private void count(SinkPartition partition, @Nullable String source, Counts counts) {
    ledger.add(
        Account.of(partition.clusterId(), partition.topicId(), partition.number(), source), counts);
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
    List<Removed> found = new ArrayList<>();
    Optional<String> refusal =
        Savepoint.attempt(handle, () -> found.add(RevisionRemover.remove(handle, key)));
    if (refusal.isPresent()) {
      String message = "PostgreSQL refuses the key of the tombstone: " + refusal.get();
      bury(
          partition,
          removal.origin().offset(),
          DeadRows.refused(removal, message, clock.instant()));
      return;
    }
    for (Removed there : found) {
      there.count((source, counts) -> count(partition, source, counts));
      if (there.revisions().isEmpty()) {
        duplicates++;
      } else {
        removed++;
      }
    }
  }

  private void bury(SinkPartition partition, long offset, DeadLetter letter) {
    boolean unheard = OutboxTable.insert(handle, partition, offset, letter);
    Counts outcome = unheard ? Counts.DEAD : Counts.DUPLICATE;
    count(partition, letter.getSourceId(), Counts.IN.plus(outcome));
    if (unheard) {
      dead.add(letter);
    } else {
      duplicates++;
    }
  }
}
