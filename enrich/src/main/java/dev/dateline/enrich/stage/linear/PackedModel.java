package dev.dateline.enrich.stage.linear;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;

/**
 * The file of a sparse model: a header, the labels, and four columns that are packed one by one,
 * since numbers of one kind pack best beside each other: for each bucket in use the distance from
 * the last one and how many weights it has beyond the first, for each weight the distance of its
 * label from the last one of the bucket, and the weight itself.
 *
 * @param bits the number of buckets is 2 to the power of this
 * @param scale what a weight is multiplied by
 * @param used the buckets in use
 * @param starts for each of them its first entry; one more than there are of them
 * @param entries label in the upper byte, weight in the lower one; the labels of a bucket ascend
 */
record PackedModel(
    List<String> labels, int bits, float scale, BitSet used, int[] starts, short[] entries) {

  private static final int MAGIC = 0x444c5332;
  private static final int MOST_BITS = 24;

  void write(OutputStream stream) throws IOException {
    var out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeUTF(String.join(" ", labels));
    out.writeByte(bits);
    out.writeFloat(scale);
    out.writeInt(used.cardinality());
    out.writeInt(entries.length);
    var distances = new ByteArrayOutputStream();
    var counts = new ByteArrayOutputStream();
    var steps = new ByteArrayOutputStream();
    var weights = new ByteArrayOutputStream();
    int rank = 0;
    int previous = -1;
    for (int bucket = used.nextSetBit(0); bucket >= 0; bucket = used.nextSetBit(bucket + 1)) {
      writeDistance(distances, bucket - previous - 1);
      counts.write(starts[rank + 1] - starts[rank] - 1);
      int label = -1;
      for (int entry = starts[rank]; entry < starts[rank + 1]; entry++) {
        steps.write(label(entries[entry]) - label - 1);
        label = label(entries[entry]);
        weights.write(entries[entry]);
      }
      previous = bucket;
      rank++;
    }
    for (ByteArrayOutputStream column : List.of(distances, counts, steps, weights)) {
      HuffmanCode.write(out, column.toByteArray());
    }
    out.flush();
  }

  /** Seven bits a byte, the lowest first: most distances take one. */
  private static void writeDistance(ByteArrayOutputStream distances, int distance) {
    int rest = distance;
    while (rest > 0x7f) {
      distances.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    distances.write(rest);
  }

  private static int label(short entry) {
    return entry >> 8 & 0xff;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the stream cannot be read or holds no model
   */
  static PackedModel read(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    try {
      return readFrom(in);
    } catch (EOFException | IndexOutOfBoundsException e) {
      throw new IOException("A sparse model is cut off or damaged", e);
    }
  }

  private static PackedModel readFrom(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("Not a sparse model");
    }
    List<String> labels = List.of(in.readUTF().split(" "));
    int bits = in.readByte();
    float scale = in.readFloat();
    int buckets = in.readInt();
    int size = in.readInt();
    if (bits < 0
        || bits > MOST_BITS
        || buckets < 0
        || buckets > 1 << bits
        || size < buckets
        || size > (long) buckets * labels.size()) {
      throw new IOException("A sparse model is damaged: it cannot have " + size + " weights");
    }
    BitSet used = readUsed(HuffmanCode.read(in), buckets, bits);
    int[] starts = readStarts(HuffmanCode.read(in), buckets, size);
    short[] entries =
        readEntries(HuffmanCode.read(in), HuffmanCode.read(in), starts, labels.size());
    return new PackedModel(labels, bits, scale, used, starts, entries);
  }

  private static BitSet readUsed(byte[] distances, int buckets, int bits) throws IOException {
    BitSet used = new BitSet(1 << bits);
    int position = 0;
    int bucket = -1;
    for (int i = 0; i < buckets; i++) {
      int distance = 0;
      int next;
      int shift = 0;
      do {
        next = distances[position++];
        distance |= (next & 0x7f) << shift;
        shift += 7;
      } while (next < 0 && shift <= MOST_BITS);
      bucket += 1 + distance;
      if (distance < 0 || bucket < 0 || bucket >= 1 << bits) {
        throw new IOException("A sparse model is damaged: it has a bucket beyond the last one");
      }
      used.set(bucket);
    }
    return used;
  }

  private static int[] readStarts(byte[] counts, int buckets, int size) throws IOException {
    int[] starts = new int[buckets + 1];
    for (int i = 0; i < buckets; i++) {
      starts[i + 1] = starts[i] + 1 + (counts[i] & 0xff);
    }
    if (starts[buckets] != size) {
      throw new IOException("A sparse model is damaged: its buckets have other weights");
    }
    return starts;
  }

  private static short[] readEntries(byte[] steps, byte[] weights, int[] starts, int labels)
      throws IOException {
    short[] entries = new short[starts[starts.length - 1]];
    int largest = 0;
    for (int i = 0; i + 1 < starts.length; i++) {
      int label = -1;
      for (int entry = starts[i]; entry < starts[i + 1]; entry++) {
        label += 1 + (steps[entry] & 0xff);
        entries[entry] = (short) (label << 8 | weights[entry] & 0xff);
      }
      largest = Math.max(largest, label);
    }
    if (largest >= labels) {
      throw new IOException("A sparse model is damaged: it has a weight of no label");
    }
    return entries;
  }
}
