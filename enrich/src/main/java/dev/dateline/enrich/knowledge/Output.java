package dev.dateline.enrich.knowledge;

import java.io.ByteArrayOutputStream;

/** Little-endian numbers into a growing array. */
final class Output extends ByteArrayOutputStream {

  void putInt(int value) {
    putThreeBytes(value);
    write(value >>> 24);
  }

  void putThreeBytes(int value) {
    write(value);
    write(value >>> 8);
    write(value >>> 16);
  }
}
