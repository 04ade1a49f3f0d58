package dev.dateline.sink.postgres;

import dev.dateline.runtime.FaultPoint;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.sink.DeadLetterOutbox;
import dev.dateline.sink.SinkPartition;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters between the transaction that made them and their topic. Relayed ones stay for a
 * while, so that a record that is read again makes no second letter.
 */
final class OutboxTable implements DeadLetterOutbox {

  private record Waiting(String place, DeadLetter letter) {}

  private final Transactions transactions;

  OutboxTable(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Adds a letter.
   *
   * @return whether this record had none
   */
  static boolean insert(Handle handle, SinkPartition partition, long offset, DeadLetter letter) {
    return handle
            .createUpdate(
                """
                INSERT INTO dead_letter_outbox (cluster_id, topic_id, partition, record_offset,
                  topic, stage, code, message, source_id, article_id, key, payload, payload_length,
                  payload_sha256, failed_at)
                VALUES (:cluster, :topicId, :partition, :offset,
                  :topic, :stage, :code, :message, :sourceId, :articleId, :key, :payload, :length,
                  :sha256, :failedAt)
                ON CONFLICT DO NOTHING
                """)
            .bind("cluster", partition.clusterId())
            .bind("topicId", partition.topicId())
            .bind("partition", partition.number())
            .bind("offset", offset)
            .bind("topic", partition.topic())
            .bind("stage", letter.getStage())
            .bind("code", letter.getCode())
            .bind("message", withoutNul(letter.getMessage()))
            .bind("sourceId", withoutNul(letter.getSourceId()))
            .bind("articleId", withoutNul(letter.getArticleId()))
            .bindByType("key", bytes(letter.getKey()), byte[].class)
            .bindByType("payload", bytes(letter.getPayload()), byte[].class)
            .bind("length", letter.getPayloadLength())
            .bind("sha256", letter.getPayloadSha256())
            .bindByType("failedAt", letter.getFailedAt(), Instant.class)
            .execute()
        == 1;
  }

  @Override
  public int relay(int limit, Publisher publisher) throws InterruptedException {
    return transactions.run(
        handle -> {
          List<Waiting> waiting =
              handle
                  .createQuery(
                      """
                      SELECT CAST(ctid AS text) AS place, * FROM dead_letter_outbox
                      WHERE relayed_at IS NULL
                      ORDER BY failed_at LIMIT :limit FOR UPDATE SKIP LOCKED
                      """)
                  .bind("limit", limit)
                  .map((row, context) -> new Waiting(row.getString("place"), letter(row)))
                  .list();
          if (waiting.isEmpty()) {
            return 0;
          }
          publisher.publish(waiting.stream().map(Waiting::letter).toList());
          FaultPoint.SINK_LETTERS_SENT.pass();
          handle
              .createUpdate(
                  """
                  UPDATE dead_letter_outbox SET relayed_at = now()
                  WHERE ctid = ANY (CAST(:places AS tid[]))
                  """)
              .bindArray("places", String.class, waiting.stream().map(Waiting::place).toList())
              .execute();
          return waiting.size();
        });
  }

  @Override
  public int forget(Duration age) {
    return transactions.run(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM dead_letter_outbox
                    WHERE relayed_at < now() - make_interval(secs => :seconds)
                    """)
                .bind("seconds", (double) age.toSeconds())
                .execute());
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    int partition = row.getInt("partition");
    long offset = row.getLong("record_offset");
    byte[] key = row.getBytes("key");
    return DeadLetter.newBuilder()
        .setOrigin(RecordKeys.origin(row.getString("topic"), partition, offset))
        .setStage(row.getString("stage"))
        .setCode(row.getString("code"))
        .setMessage(row.getString("message"))
        .setSourceId(row.getString("source_id"))
        .setArticleId(row.getString("article_id"))
        .setTopic(row.getString("topic"))
        .setPartition(partition)
        .setOffset(offset)
        .setKey(key == null ? null : ByteBuffer.wrap(key))
        .setPayload(ByteBuffer.wrap(row.getBytes("payload")))
        .setPayloadLength(row.getLong("payload_length"))
        .setPayloadSha256(row.getString("payload_sha256"))
        .setFailedAt(row.getObject("failed_at", OffsetDateTime.class).toInstant())
        .build();
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** The letter of a text with NUL characters must not fail for the same reason. */
  private static @Nullable String withoutNul(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }
}
