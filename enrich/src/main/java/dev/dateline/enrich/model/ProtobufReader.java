package dev.dateline.enrich.model;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads the fields of one protobuf message in the order in which they stand. */
final class ProtobufReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer in;
  private int wireType;

  ProtobufReader(ByteBuffer message) {
    this.in = message;
  }

  /** The number of the next field; 0 at the end of the message. */
  int next() throws IOException {
    if (!in.hasRemaining()) {
      return 0;
    }
    int tag = (int) varint(in);
    wireType = tag & 7;
    return tag >>> 3;
  }

  /** The value of a field that is a whole number. */
  long number() throws IOException {
    if (wireType != VARINT) {
      throw new IOException("a number is not one");
    }
    return varint(in);
  }

  /** The value of a field that is a message or bytes. */
  ByteBuffer bytes() throws IOException {
    if (wireType != BYTES) {
      throw new IOException("a message is not one");
    }
    return take(varint(in));
  }

  void skip() throws IOException {
    switch (wireType) {
      case VARINT -> varint(in);
      case FIXED64 -> take(8);
      case BYTES -> take(varint(in));
      case FIXED32 -> take(4);
      default -> throw new IOException("unknown kind of field " + wireType);
    }
  }

  private ByteBuffer take(long length) throws IOException {
    if (length < 0 || length > in.remaining()) {
      throw new IOException("a field of " + length + " bytes is cut off");
    }
    ByteBuffer slice = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return slice;
  }

  /** A whole number of seven bits a byte, the lowest first. */
  static long varint(ByteBuffer in) throws IOException {
    long value = 0;
    try {
      for (int shift = 0; shift < 64; shift += 7) {
        byte next = in.get();
        value |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
    } catch (BufferUnderflowException e) {
      throw new IOException("a number is cut off", e);
    }
    throw new IOException("a number is too long");
  }
}
