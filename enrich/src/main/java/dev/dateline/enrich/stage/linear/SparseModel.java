package dev.dateline.enrich.stage.linear;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sparse linear model: for each bucket of features the labels that it speaks for or against.
 * Immutable. The file is a header, the labels, and for each bucket in use the distance from the
 * last one, the number of its weights and the weights as (label, 8-bit weight).
 */
public final class SparseModel {

  private static final int MAGIC = 0x444c5331;
  private static final int AT_ONCE = 128;

  private final List<String> labels;
  private final float scale;
  private final int bits;
  private final int[] starts;

  /**
   * Label in the upper byte, weight in the lower one: side by side, since they are read together.
   */
  private final short[] entries;

  /**
   * A model of its parts.
   *
   * @param labels at most 256, without spaces
   * @param bits the number of buckets is 2 to the power of this
   * @param scale what an entry's weight is multiplied by
   * @param starts for each bucket its first entry; one more than there are buckets
   */
  public SparseModel(
      List<String> labels,
      int bits,
      float scale,
      int[] starts,
      byte[] entryLabels,
      byte[] entryWeights) {
    this.labels = List.copyOf(labels);
    this.bits = bits;
    this.scale = scale;
    this.starts = starts.clone();
    this.entries = new short[entryLabels.length];
    for (int entry = 0; entry < entries.length; entry++) {
      entries[entry] = (short) (entryLabels[entry] << 8 | entryWeights[entry] & 0xff);
    }
  }

  /** The labels, in the order of the sums. */
  public List<String> labels() {
    return labels;
  }

  /**
   * Adds the weights of features. Where their buckets begin is read for many of them at once, since
   * memory then answers side by side.
   *
   * @param hashes the features; their upper bits name the buckets
   * @param from the first of them
   * @param to one past the last of them
   * @param times how often to add them
   * @param sums one for each label; {@link #scale} turns them into logits
   */
  public void add(int[] hashes, int from, int to, int times, int[] sums) {
    int[] begins = new int[Math.min(AT_ONCE, to - from)];
    int[] ends = new int[begins.length];
    for (int first = from; first < to; first += AT_ONCE) {
      int count = Math.min(AT_ONCE, to - first);
      for (int i = 0; i < count; i++) {
        int bucket = hashes[first + i] >>> (32 - bits);
        begins[i] = starts[bucket];
        ends[i] = starts[bucket + 1];
      }
      for (int i = 0; i < count; i++) {
        for (int entry = begins[i]; entry < ends[i]; entry++) {
          int both = entries[entry];
          sums[both >> 8 & 0xff] += (byte) both * times;
        }
      }
    }
  }

  /**
   * Adds the weights of features to sums of their own.
   *
   * @param hashes the features; their upper bits name the buckets
   * @param at for each feature where its sums begin, one for each label; as many as there are
   *     features
   */
  public void addEach(int[] hashes, int[] at, int[] sums) {
    int[] begins = new int[at.length];
    int[] ends = new int[at.length];
    for (int i = 0; i < at.length; i++) {
      int bucket = hashes[i] >>> (32 - bits);
      begins[i] = starts[bucket];
      ends[i] = starts[bucket + 1];
    }
    for (int i = 0; i < at.length; i++) {
      for (int entry = begins[i]; entry < ends[i]; entry++) {
        int both = entries[entry];
        sums[at[i] + (both >> 8 & 0xff)] += (byte) both;
      }
    }
  }

  /** What a sum of weights is multiplied by. */
  public float scale() {
    return scale;
  }

  /**
   * Reads a model that {@link #write} wrote.
   *
   * @throws IOException where the stream cannot be read or holds no model
   */
  public static SparseModel read(InputStream stream) throws IOException {
    byte[] file = stream.readAllBytes();
    try {
      return read(ByteBuffer.wrap(file));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IOException("A sparse model is cut off or damaged", e);
    }
  }

  private static SparseModel read(ByteBuffer in) throws IOException {
    if (in.getInt() != MAGIC) {
      throw new IOException("Not a sparse model");
    }
    byte[] names = new byte[in.getShort() & 0xffff];
    in.get(names);
    int bits = in.get();
    float scale = in.getFloat();
    int entries = in.getInt();
    byte[] labelsOf = new byte[entries];
    byte[] weights = new byte[entries];
    int[] starts = new int[(1 << bits) + 1];
    int bucket = -1;
    for (int entry = 0; entry < entries; ) {
      int next = bucket + 1 + getUnsigned(in);
      while (bucket < next) {
        starts[++bucket] = entry;
      }
      for (int count = getUnsigned(in); count > 0; count--, entry++) {
        labelsOf[entry] = in.get();
        weights[entry] = in.get();
      }
    }
    while (bucket < 1 << bits) {
      starts[++bucket] = entries;
    }
    List<String> labels = List.of(new String(names, StandardCharsets.UTF_8).split(" "));
    return new SparseModel(labels, bits, scale, starts, labelsOf, weights);
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    var out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.writeInt(MAGIC);
    out.writeUTF(String.join(" ", labels));
    out.writeByte(bits);
    out.writeFloat(scale);
    out.writeInt(entries.length);
    int previous = -1;
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      int count = starts[bucket + 1] - starts[bucket];
      if (count == 0) {
        continue;
      }
      writeUnsigned(out, bucket - previous - 1);
      writeUnsigned(out, count);
      for (int entry = starts[bucket]; entry < starts[bucket + 1]; entry++) {
        out.writeShort(entries[entry]);
      }
      previous = bucket;
    }
    out.flush();
  }

  private static int getUnsigned(ByteBuffer in) throws IOException {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = in.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("A number in the model is too long");
  }

  private static void writeUnsigned(DataOutputStream out, int value) throws IOException {
    int rest = value;
    while (rest > 0x7f) {
      out.writeByte(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}
