package dev.dateline.app.deadletter;

import java.nio.ByteBuffer;

/** Bytes of Avro fields. */
final class Bytes {

  private Bytes() {}

  /** A copy of what remains; the buffer stays as it is. */
  static byte[] of(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
