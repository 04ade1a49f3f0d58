package dev.dateline.enrich.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a protobuf message together in memory. */
final class ProtobufWriter {

  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ProtobufWriter number(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
    return this;
  }

  ProtobufWriter real(int field, float value) {
    varint((long) field << 3 | FIXED32);
    int bits = Float.floatToIntBits(value);
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(bits >>> shift);
    }
    return this;
  }

  ProtobufWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtobufWriter message(int field, ProtobufWriter value) {
    return bytes(field, value.toByteArray());
  }

  /** Announces a field of so many bytes, which the caller writes behind this message. */
  ProtobufWriter announce(int field, long length) {
    varint((long) field << 3 | BYTES);
    varint(length);
    return this;
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private ProtobufWriter bytes(int field, byte[] value) {
    announce(field, value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
