package dev.dateline.enrich.knowledge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sorted strings, front-coded in blocks: how many bytes a string shares with the one before and how
 * many codes of a {@link SymbolTable} follow (four bits each; 15 and what goes beyond it as a
 * varint), then the codes. A block's first string shares nothing.
 */
final class StringTable {

  static final int LONGEST = 255;

  private static final int BLOCK = 8;

  /** The news names the same things again and again; a power of two. */
  private static final int REMEMBERED = 1 << 13;

  private static final int MORE = 15;

  private final ByteBuffer bytes;
  private final int index;
  private final int data;
  private final SymbolTable symbols;

  /** What was read last. Threads may overwrite each other's entries, which are whole each. */
  private final @Nullable Remembered[] remembered = new Remembered[REMEMBERED];

  private record Remembered(int number, String string) {}

  /** The table whose index and data begin at these offsets. */
  StringTable(ByteBuffer bytes, int index, int data, SymbolTable symbols) {
    this.bytes = bytes;
    this.index = index;
    this.data = data;
    this.symbols = symbols;
  }

  /** The string of a number, in the order of the table. */
  String get(int number) {
    Remembered before = remembered[number & REMEMBERED - 1];
    if (before != null && before.number() == number) {
      return before.string();
    }
    String string = read(number);
    remembered[number & REMEMBERED - 1] = new Remembered(number, string);
    return string;
  }

  private String read(int number) {
    byte[] buffer = new byte[LONGEST + SymbolTable.SLACK];
    int at = data + bytes.getInt(index + Integer.BYTES * (number / BLOCK));
    int size = 0;
    for (int i = number % BLOCK; i >= 0; i--) {
      int head = bytes.get(at++) & 0xFF;
      int shared = head >>> 4;
      if (shared == MORE) {
        shared += varint(at);
        at += varintLength(shared - MORE);
      }
      int codes = head & MORE;
      if (codes == MORE) {
        codes += varint(at);
        at += varintLength(codes - MORE);
      }
      size = symbols.decode(bytes, at, codes, buffer, shared);
      at += codes;
    }
    return new String(buffer, 0, size, StandardCharsets.UTF_8);
  }

  private int varint(int at) {
    int low = bytes.get(at);
    return low >= 0 ? low : low & 0x7F | bytes.get(at + 1) << 7;
  }

  private static int varintLength(int value) {
    return value < 0x80 ? 1 : 2;
  }

  /** Writes sorted strings; the index goes to one section, the rest to another. */
  static void write(List<byte[]> strings, SymbolTable symbols, List<byte[]> sections) {
    SymbolTable.Encoder encoder = symbols.encoder();
    Output index = new Output();
    Output data = new Output();
    for (int i = 0; i < strings.size(); i++) {
      byte[] string = strings.get(i);
      if (i % BLOCK == 0) {
        index.putInt(data.size());
      }
      int shared = i % BLOCK == 0 ? 0 : shared(strings.get(i - 1), string);
      byte[] codes = encoder.encode(string, shared);
      data.write(Math.min(MORE, shared) << 4 | Math.min(MORE, codes.length));
      writeRest(shared, data);
      writeRest(codes.length, data);
      data.writeBytes(codes);
    }
    sections.add(index.toByteArray());
    sections.add(data.toByteArray());
  }

  /** What the strings hold beyond their neighbours: what the symbols have to stand for. */
  static List<byte[]> remainders(List<byte[]> strings) {
    return IntStream.range(0, strings.size())
        .mapToObj(
            i -> {
              byte[] string = strings.get(i);
              int shared = i % BLOCK == 0 ? 0 : shared(strings.get(i - 1), string);
              return Arrays.copyOfRange(string, shared, string.length);
            })
        .toList();
  }

  private static void writeRest(int value, ByteArrayOutputStream out) {
    int rest = value - MORE;
    if (rest >= 0x80) {
      out.write(rest & 0x7F | 0x80);
      out.write(rest >>> 7);
    } else if (rest >= 0) {
      out.write(rest);
    }
  }

  private static int shared(byte[] one, byte[] other) {
    int mismatch = Arrays.mismatch(one, other);
    return mismatch < 0 ? one.length : mismatch;
  }
}
