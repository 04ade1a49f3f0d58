package dev.dateline.sink.postgres;

import dev.dateline.sink.Claim;
import dev.dateline.sink.SinkPartition;
import dev.dateline.sink.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** How far each partition is stored, and whose turn it is. */
final class OffsetTable {

  private static final String CLAIM =
      """
      INSERT INTO sink_offset AS o (cluster_id, topic_id, consumer_group, partition, topic, epoch)
      VALUES (:cluster, :topicId, :group, :partition, :topic, 1)
      ON CONFLICT (cluster_id, topic_id, consumer_group, partition)
      DO UPDATE SET epoch = o.epoch + 1, topic = excluded.topic, changed_at = now()
      RETURNING epoch, next_offset
      """;

  private static final String ADVANCE =
      """
      UPDATE sink_offset SET next_offset = :next, changed_at = now()
      WHERE cluster_id = :cluster AND topic_id = :topicId AND consumer_group = :group
        AND partition = :partition
        AND epoch = :epoch AND next_offset IS NOT DISTINCT FROM :expected
      """;

  private OffsetTable() {}

  /** Raises the epoch. The upsert locks the row, so a write under way ends first. */
  static Claim claim(Handle handle, SinkPartition partition) {
    return bind(handle.createQuery(CLAIM), partition)
        .bind("topic", partition.topic())
        .map(
            (row, context) -> {
              long epoch = row.getLong("epoch");
              long next = row.getLong("next_offset");
              return new Claim(
                  partition, epoch, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(next));
            })
        .one();
  }

  /**
   * Moves the offset over a slice.
   *
   * @return false where the claim is void or the slice does not begin at the stored offset
   */
  static boolean advance(Handle handle, Slice slice) {
    Claim claim = slice.claim();
    Long expected = claim.nextOffset().isPresent() ? claim.nextOffset().getAsLong() : null;
    int changed =
        bind(handle.createUpdate(ADVANCE), claim.partition())
            .bind("next", slice.nextOffset())
            .bind("epoch", claim.epoch())
            .bind("expected", expected)
            .execute();
    return changed == 1;
  }

  /** The first offset that is not stored, by partition; of several groups, the furthest. */
  static Map<Integer, Long> read(Handle handle, String topicId) {
    Map<Integer, Long> offsets = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT partition, max(next_offset) FROM sink_offset
            WHERE topic_id = :topicId AND next_offset IS NOT NULL GROUP BY partition
            """)
        .bind("topicId", topicId)
        .map((row, context) -> Map.entry(row.getInt(1), row.getLong(2)))
        .forEach(offset -> offsets.put(offset.getKey(), offset.getValue()));
    return offsets;
  }

  private static <S extends SqlStatement<S>> S bind(S statement, SinkPartition partition) {
    return statement
        .bind("cluster", partition.clusterId())
        .bind("topicId", partition.topicId())
        .bind("group", partition.group())
        .bind("partition", partition.number());
  }
}
