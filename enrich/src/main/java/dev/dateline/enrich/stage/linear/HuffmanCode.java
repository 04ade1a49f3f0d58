package dev.dateline.enrich.stage.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Packs bytes by how often each occurs. Written here rather than taken from the platform, whose
 * deflate gives other bytes from one build of its library to the next.
 *
 * @see <a href="https://doi.org/10.1109/JRPROC.1952.273898">Huffman: A method for the construction
 *     of minimum-redundancy codes, 1952</a>
 */
final class HuffmanCode {

  private static final int SYMBOLS = 256;

  /** No code is longer, so that a table of all beginnings of this length fits the cache. */
  private static final int LONGEST = 15;

  /** So many codes are in a long that is filled up to its last byte. */
  private static final int AT_A_TIME = (Long.SIZE - Byte.SIZE + 1) / LONGEST;

  private static final int MOST_BYTES = 1 << 26;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private HuffmanCode() {}

  /** Some bytes and how often they occur together; of one byte where it has no parts. */
  private record Node(long count, int symbol, Node... parts) {

    void measure(int depth, int[] lengths) {
      if (parts.length == 0) {
        lengths[symbol] = Math.max(1, depth);
      }
      for (Node part : parts) {
        part.measure(depth + 1, lengths);
      }
    }
  }

  /** Writes the number of bytes, the length of each one's code, and the codes. */
  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    long[] counts = new long[SYMBOLS];
    for (byte symbol : bytes) {
      counts[symbol & 0xff]++;
    }
    int[] lengths = lengths(counts);
    int[] codes = codes(lengths);
    byte[] packed = new byte[2 * bytes.length];
    int length = 0;
    long waiting = 0;
    int bits = 0;
    for (byte each : bytes) {
      int symbol = each & 0xff;
      waiting = waiting << lengths[symbol] | codes[symbol];
      for (bits += lengths[symbol]; bits >= Byte.SIZE; bits -= Byte.SIZE) {
        packed[length++] = (byte) (waiting >>> bits - Byte.SIZE);
      }
    }
    if (bits > 0) {
      packed[length++] = (byte) (waiting << Byte.SIZE - bits);
    }
    out.writeInt(bytes.length);
    for (int codeLength : lengths) {
      out.writeByte(codeLength);
    }
    out.writeInt(length);
    out.write(packed, 0, length);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the stream ends or holds no such code
   */
  static byte[] read(DataInputStream in) throws IOException {
    int size = in.readInt();
    int[] lengths = new int[SYMBOLS];
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      lengths[symbol] = in.readUnsignedByte();
    }
    int length = in.readInt();
    if (size < 0 || size > MOST_BYTES || length < 0 || length > MOST_BYTES) {
      throw new IOException("A code of " + length + " bytes for " + size);
    }
    char[] table = table(lengths);
    byte[] packed = new byte[length + 2 * Long.BYTES];
    in.readFully(packed, 0, length);
    byte[] bytes = new byte[size];
    if (unpack(packed, table, bytes) > (long) length * Byte.SIZE) {
      throw new IOException("A code is cut off");
    }
    return bytes;
  }

  /**
   * Unpacks as many bytes as there is room for and returns how many bits they took.
   *
   * @param packed the codes and behind them two longs of nothing, since it is read a long at a time
   */
  private static long unpack(byte[] packed, char[] table, byte[] bytes) {
    long waiting = 0;
    int bits = 0;
    int position = 0;
    for (int from = 0; from < bytes.length; from += AT_A_TIME) {
      waiting |= (long) LONGS.get(packed, position) >>> bits;
      int read = Long.SIZE - 1 - bits >>> 3;
      position += read;
      bits += read * Byte.SIZE;
      int to = Math.min(bytes.length, from + AT_A_TIME);
      for (int i = from; i < to; i++) {
        char entry = table[(int) (waiting >>> Long.SIZE - LONGEST)];
        bytes[i] = (byte) entry;
        waiting <<= entry >>> Byte.SIZE;
        bits -= entry >>> Byte.SIZE;
      }
    }
    return (long) position * Byte.SIZE - bits;
  }

  /** The length of each byte's code; 0 where it does not occur. */
  private static int[] lengths(long[] counts) {
    long[] flattened = counts.clone();
    while (true) {
      int[] lengths = optimal(flattened);
      if (Arrays.stream(lengths).allMatch(length -> length <= LONGEST)) {
        return lengths;
      }
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        flattened[symbol] = (flattened[symbol] + 1) / 2;
      }
    }
  }

  private static int[] optimal(long[] counts) {
    var nodes =
        new PriorityQueue<Node>(
            Comparator.comparingLong(Node::count).thenComparingInt(Node::symbol));
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      if (counts[symbol] > 0) {
        nodes.add(new Node(counts[symbol], symbol));
      }
    }
    for (int next = SYMBOLS; nodes.size() > 1; next++) {
      Node first = nodes.remove();
      Node second = nodes.remove();
      nodes.add(new Node(first.count() + second.count(), next, first, second));
    }
    int[] lengths = new int[SYMBOLS];
    for (Node root : nodes) {
      root.measure(0, lengths);
    }
    return lengths;
  }

  /** The codes by their lengths alone: shorter ones first, of one length in the order of bytes. */
  private static int[] codes(int[] lengths) {
    int[] codes = new int[SYMBOLS];
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code <<= 1;
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = code++;
        }
      }
    }
    return codes;
  }

  /** For each beginning the length of the code in the upper byte and what it means in the lower. */
  private static char[] table(int[] lengths) throws IOException {
    long beginnings = 0;
    for (int length : lengths) {
      if (length > LONGEST) {
        throw new IOException("A code is too long");
      }
      beginnings += length == 0 ? 0 : 1L << LONGEST - length;
    }
    if (beginnings > 1 << LONGEST) {
      throw new IOException("Too many codes");
    }
    char[] table = new char[1 << LONGEST];
    int[] codes = codes(lengths);
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      if (lengths[symbol] > 0) {
        int rest = LONGEST - lengths[symbol];
        int from = codes[symbol] << rest;
        char entry = (char) (lengths[symbol] << Byte.SIZE | symbol);
        Arrays.fill(table, from, from + (1 << rest), entry);
      }
    }
    return table;
  }
}
