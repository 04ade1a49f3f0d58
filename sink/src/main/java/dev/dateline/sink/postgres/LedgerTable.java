package dev.dateline.sink.postgres;

import dev.dateline.runtime.ledger.Counts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of records, by partition and source, in the transaction that stores them. */
final class LedgerTable {

  private static final String ADD =
      """
      INSERT INTO sink_ledger AS l (cluster_id, topic_id, partition, source_id,
        came, stored, duplicate, dead, deleted)
      VALUES (:cluster, :topicId, :partition, :source, :came, :stored, :duplicate, :dead, :deleted)
      ON CONFLICT (cluster_id, topic_id, partition, source_id) DO UPDATE SET
        came = l.came + excluded.came, stored = l.stored + excluded.stored,
        duplicate = l.duplicate + excluded.duplicate, dead = l.dead + excluded.dead,
        deleted = l.deleted + excluded.deleted
      """;

  /** Whose records are counted; ordered, so that transactions lock rows in one order. */
  record Account(String clusterId, String topicId, int partition, String source)
      implements Comparable<Account> {

    /**
     * @param source null where the record does not say
     */
    static Account of(String clusterId, String topicId, int partition, @Nullable String source) {
      // the id comes out of the record, and the table takes no NUL
      String known = Objects.requireNonNullElse(source, "").replace('\0', '\uFFFD');
      return new Account(clusterId, topicId, partition, known);
    }

    @Override
    public int compareTo(Account other) {
      return Comparator.comparingInt(Account::partition)
          .thenComparing(Account::clusterId)
          .thenComparing(Account::topicId)
          .thenComparing(Account::source)
          .compare(this, other);
    }
  }

  private final Map<Account, Counts> added = new TreeMap<>();

  void add(Account account, Counts counts) {
    added.merge(account, counts, Counts::plus);
  }

  /** Writes what was added. */
  void write(Handle handle) {
    if (added.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(ADD);
    added.forEach(
        (account, counts) ->
            batch
                .bind("cluster", account.clusterId())
                .bind("topicId", account.topicId())
                .bind("partition", account.partition())
                .bind("source", account.source())
                .bind("came", counts.in())
                .bind("stored", counts.out())
                .bind("duplicate", counts.duplicate())
                .bind("dead", counts.dead())
                .bind("deleted", counts.deleted())
                .add());
    batch.execute();
  }

  /** All that was counted, by source. */
  static Map<String, Counts> read(Handle handle) {
    Map<String, Counts> counts = new HashMap<>();
    handle
        .createQuery("SELECT source_id, came, stored, duplicate, dead, deleted FROM sink_ledger")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString(1),
                    new Counts(
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6))))
        .forEach(account -> counts.merge(account.getKey(), account.getValue(), Counts::plus));
    return counts;
  }
}
