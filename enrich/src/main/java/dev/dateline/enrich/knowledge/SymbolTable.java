package dev.dateline.enrich.knowledge;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Short strings with one byte for each of 255 frequent sequences of up to eight bytes. Other bytes
 * follow an {@link #ESCAPE}. Any string is decoded on its own, with one copy a code.
 *
 * @see <a href="https://www.vldb.org/pvldb/vol13/p2649-boncz.pdf">Boncz, Neumann, Leis: FSST, Fast
 *     Random Access String Compression, VLDB 2020</a>
 */
final class SymbolTable {

  /** Bytes that {@link #decode} may touch behind the string. */
  static final int SLACK = Long.BYTES;

  private static final int ESCAPE = 255;
  private static final int LONGEST = Long.BYTES;
  private static final int ROUNDS = 6;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** First byte lowest. No symbol holds a zero byte, so that the number tells the length too. */
  private final long[] symbols;

  private final byte[] lengths;

  private SymbolTable(long[] symbols) {
    this.symbols = symbols;
    this.lengths = new byte[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      lengths[i] = (byte) length(symbols[i]);
    }
  }

  /** Reads what {@link #toBytes} wrote. */
  static SymbolTable read(ByteBuffer bytes) {
    ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long[] symbols = new long[little.remaining() / Long.BYTES];
    little.asLongBuffer().get(symbols);
    return new SymbolTable(symbols);
  }

  /** The symbols that save most on these texts; the same texts give the same symbols. */
  static SymbolTable train(List<byte[]> texts) {
    Encoder encoder = new Encoder(new long[0]);
    for (int round = 0; round < ROUNDS; round++) {
      Map<Long, Integer> counts = new HashMap<>();
      for (byte[] text : texts) {
        encoder.count(text, counts);
      }
      encoder = new Encoder(best(counts));
    }
    return new SymbolTable(encoder.symbols);
  }

  private static long[] best(Map<Long, Integer> counts) {
    List<Map.Entry<Long, Integer>> candidates = new ArrayList<>(counts.entrySet());
    candidates.sort(
        Comparator.<Map.Entry<Long, Integer>>comparingLong(
                entry -> -(long) entry.getValue() * length(entry.getKey()))
            .thenComparing(Map.Entry.comparingByKey()));
    return candidates.stream().limit(ESCAPE).mapToLong(Map.Entry::getKey).toArray();
  }

  byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * symbols.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(symbols);
    return bytes.array();
  }

  /** Encodes any number of texts. */
  Encoder encoder() {
    return new Encoder(symbols);
  }

  /**
   * Decodes a string.
   *
   * @param at where its codes begin
   * @param codes how many bytes they take
   * @param to takes the string; {@link #SLACK} bytes behind it may be overwritten
   * @param size where the string begins in {@code to}
   * @return where it ends
   */
  int decode(ByteBuffer bytes, int at, int codes, byte[] to, int size) {
    int next = at;
    int end = at + codes;
    int written = size;
    while (next < end) {
      int code = bytes.get(next++) & 0xFF;
      if (code == ESCAPE) {
        to[written++] = bytes.get(next++);
      } else {
        LONGS.set(to, written, symbols[code]);
        written += lengths[code];
      }
    }
    return written;
  }

  private static int length(long symbol) {
    return LONGEST - Long.numberOfLeadingZeros(symbol) / 8;
  }

  /** Writes texts in the symbols of a table, the longest one at each place. */
  static final class Encoder {

    private final long[] symbols;
    private final Map<Long, Integer> codes = new HashMap<>();

    private Encoder(long[] symbols) {
      this.symbols = symbols;
      for (int i = 0; i < symbols.length; i++) {
        codes.put(symbols[i], i);
      }
    }

    byte[] encode(byte[] text, int from) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
      int at = from;
      while (at < text.length) {
        long symbol = longestAt(text, at);
        if (symbol == 0) {
          out.write(ESCAPE);
          out.write(text[at++]);
        } else {
          out.write(codes.get(symbol));
          at += length(symbol);
        }
      }
      return out.toByteArray();
    }

    /** Counts the symbols of a text, and what two neighbours would be as one symbol. */
    private void count(byte[] text, Map<Long, Integer> counts) {
      long before = 0;
      int at = 0;
      while (at < text.length) {
        long symbol = longestAt(text, at);
        if (symbol == 0) {
          symbol = text[at] & 0xFFL;
        }
        if (symbol == 0) {
          before = 0;
          at++;
          continue;
        }
        counts.merge(symbol, 1, Integer::sum);
        int length = before == 0 ? 0 : length(before);
        if (length > 0 && length + length(symbol) <= LONGEST) {
          counts.merge(before | symbol << 8 * length, 1, Integer::sum);
        }
        before = symbol;
        at += length(symbol);
      }
    }

    private long longestAt(byte[] text, int at) {
      long window = 0;
      int length = Math.min(LONGEST, text.length - at);
      for (int i = 0; i < length; i++) {
        window |= (text[at + i] & 0xFFL) << 8 * i;
      }
      for (int i = length; i > 0; i--) {
        if (text[at + i - 1] != 0 && codes.containsKey(window)) {
          return window;
        }
        window &= ~(0xFFL << 8 * (i - 1));
      }
      return 0;
    }
  }
}
