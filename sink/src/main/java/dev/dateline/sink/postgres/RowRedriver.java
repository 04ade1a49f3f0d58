package dev.dateline.sink.postgres;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.sink.Origin;
import dev.dateline.sink.Row;
import dev.dateline.sink.postgres.LedgerTable.Account;
import dev.dateline.sink.postgres.RevisionRemover.Removed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Stores rows whose records were passed long ago and became dead letters. */
final class RowRedriver {

  private record Place(String topic, int partition) {}

  /** Under which names a partition is stored, and when that moved last. */
  private record Stored(String clusterId, String topicId, Instant changedAt) {

    Stored later(Stored other) {
      return other.changedAt.isAfter(changedAt) ? other : this;
    }
  }

  private final Handle handle;
  private final Map<Row, String> refusals = new HashMap<>();
  private final LedgerTable ledger = new LedgerTable();
  private final Set<RevisionKey> stored = new HashSet<>();
  private final Map<Place, Stored> sinks = new HashMap<>();

  RowRedriver(Handle handle) {
    this.handle = handle;
  }

  /** Of each row, in order, why it is refused; empty where it is done. */
  List<Optional<String>> run(List<Row> rows) {
    lock(rows);
    List<Row.Revision> revisions = new ArrayList<>();
    for (Row row : rows) {
      if (row instanceof Row.Revision revision) {
        revisions.add(revision);
      }
    }
    Bisection.store(revisions, this::insert, refusals::put);
    for (Row row : rows) {
      if (row instanceof Row.Removal removal) {
        remove(removal);
      }
    }
    rows.stream().filter(row -> !refusals.containsKey(row)).forEach(this::forget);
    ledger.write(handle);
    return rows.stream()
        .map(
            row ->
                Optional.ofNullable(refusals.get(row))
                    .map(reason -> "PostgreSQL still refuses it: " + reason))
        .toList();
  }

  /**
   * Keeps sinks out of the partitions meanwhile: what a tombstone of theirs removed is not to be
   * brought back by a row that was looked at before. Notes who stores them.
   */
  private void lock(List<Row> rows) {
    Map<String, TreeSet<Integer>> partitions = new TreeMap<>();
    for (Row row : rows) {
      partitions
          .computeIfAbsent(row.origin().topic(), topic -> new TreeSet<>())
          .add(row.origin().partition());
    }
    partitions.forEach(
        (topic, numbers) ->
            handle
                .createQuery(
                    """
                    SELECT partition, cluster_id, topic_id, changed_at FROM sink_offset
                    WHERE topic = :topic AND partition = ANY (:numbers)
                    ORDER BY partition, cluster_id, topic_id, consumer_group FOR UPDATE
                    """)
                .bind("topic", topic)
                .bindArray("numbers", Integer.class, List.copyOf(numbers))
                .map(
                    (row, context) ->
                        Map.entry(
                            new Place(topic, row.getInt(1)),
                            new Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant())))
                .forEach(sink -> sinks.merge(sink.getKey(), sink.getValue(), Stored::later)));
  }

  private Optional<String> insert(List<Row.Revision> rows) {
    return Savepoint.attempt(
        handle,
        () ->
            RevisionWriter.insertNew(handle, rows.stream().map(Row.Revision::article).toList())
                .forEach(article -> stored.add(RevisionKey.of(article))));
  }

  private void remove(Row.Removal removal) {
    RevisionKey key = new RevisionKey(removal.articleId(), removal.revision());
    List<Removed> found = new ArrayList<>();
    Savepoint.attempt(handle, () -> found.add(RevisionRemover.remove(handle, key)))
        .ifPresent(reason -> refusals.put(removal, reason));
    Place place = new Place(removal.origin().topic(), removal.origin().partition());
    Stored sink = sinks.get(place);
    if (sink != null) {
      found.forEach(
          there ->
              there.count(
                  (source, counts) ->
                      ledger.add(
                          Account.of(sink.clusterId(), sink.topicId(), place.partition(), source),
                          counts)));
    }
  }

  /**
   * The relay is not to publish the letter again, and what was dead is counted as what it became.
   */
  private void forget(Row row) {
    Origin origin = row.origin();
    Counts became = outcome(row).minus(Counts.DEAD);
    handle
        .createQuery(
            """
            DELETE FROM dead_letter_outbox
            WHERE topic = :topic AND partition = :partition AND record_offset = :offset
              AND key IS NOT DISTINCT FROM :key
            RETURNING cluster_id, topic_id, source_id
            """)
        .bind("topic", origin.topic())
        .bind("partition", origin.partition())
        .bind("offset", origin.offset())
        .bindByType("key", origin.key(), byte[].class)
        .map(
            (letter, context) ->
                Account.of(
                    letter.getString(1),
                    letter.getString(2),
                    origin.partition(),
                    letter.getString(3)))
        .forEach(account -> ledger.add(account, became));
  }

  private Counts outcome(Row row) {
    return row instanceof Row.Revision revision
            && stored.contains(RevisionKey.of(revision.article()))
        ? Counts.OUT
        : Counts.DUPLICATE;
  }
}
