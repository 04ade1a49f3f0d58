package dev.dateline.sink;

import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.DeadLetterCode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes the dead letters of the sink. */
public final class DeadLetters {

  /** Stage of a record that cannot be read. */
  public static final String DECODE = "sink.decode";

  /** Stage of a record that the store refuses. */
  public static final String STORE = "sink.store";

  /** The most bytes of a record that a letter carries; the record itself stays in its topic. */
  static final int PAYLOAD_LIMIT = 1024 * 1024;

  private static final int MESSAGE_LIMIT = 1_000;

  private DeadLetters() {}

  /**
   * @param articleId id of the article, where known
   * @param sourceId id of its source, where known
   */
  public static DeadLetter of(
      Origin origin,
      String stage,
      DeadLetterCode code,
      String message,
      @Nullable String articleId,
      @Nullable String sourceId,
      Instant now) {
    byte[] value = origin.value() == null ? new byte[0] : origin.value();
    return DeadLetter.newBuilder()
        .setOrigin(origin.coordinates())
        .setStage(stage)
        .setCode(code.name())
        .setMessage(message.substring(0, Math.min(message.length(), MESSAGE_LIMIT)))
        .setSourceId(sourceId)
        .setArticleId(articleId)
        .setTopic(origin.topic())
        .setPartition(origin.partition())
        .setOffset(origin.offset())
        .setKey(origin.key() == null ? null : ByteBuffer.wrap(origin.key()))
        .setPayload(ByteBuffer.wrap(value, 0, Math.min(value.length, PAYLOAD_LIMIT)).slice())
        .setPayloadLength(value.length)
        .setPayloadSha256(sha256(value))
        .setFailedAt(now)
        .build();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
