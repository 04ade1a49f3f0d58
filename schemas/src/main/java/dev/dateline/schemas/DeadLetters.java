package dev.dateline.schemas;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Begins dead letters, so that every service reports what failed in the same way. */
public final class DeadLetters {

  /** The most bytes of a payload that a dead letter holds; length and SHA-256 are of all bytes. */
  public static final int MAX_PAYLOAD_BYTES = 1024 * 1024;

  /** The most bytes of a record key that a dead letter holds. */
  public static final int MAX_KEY_BYTES = 64 * 1024;

  private DeadLetters() {}

  /**
   * Begins the dead letter of a record: origin, coordinates, key and payload are set; stage, code,
   * message and time are left to the caller.
   *
   * @param value null where the record has none; the payload is then empty
   */
  public static DeadLetter.Builder ofRecord(
      String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {
    return of(RecordKeys.origin(topic, partition, offset), value == null ? new byte[0] : value)
        .setTopic(topic)
        .setPartition(partition)
        .setOffset(offset)
        .setKey(key == null ? null : head(key, MAX_KEY_BYTES));
  }

  /**
   * Begins the dead letter of something that never was a record: origin and payload are set.
   *
   * @param origin what failed; the record key, so that a repeated report collapses
   */
  public static DeadLetter.Builder of(String origin, byte[] payload) {
    return DeadLetter.newBuilder()
        .setOrigin(origin)
        .setPayload(head(payload, MAX_PAYLOAD_BYTES))
        .setPayloadLength(payload.length)
        .setPayloadSha256(sha256(payload));
  }

  private static ByteBuffer head(byte[] bytes, int most) {
    return ByteBuffer.wrap(bytes.length <= most ? bytes : Arrays.copyOf(bytes, most));
  }

  /** SHA-256, lower-case hexadecimal, as letters state it. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
