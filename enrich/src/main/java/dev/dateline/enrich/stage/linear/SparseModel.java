package dev.dateline.enrich.stage.linear;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sparse linear model: for each bucket of features the labels that it speaks for or against.
 * Immutable. {@link PackedModel} is its file.
 */
public final class SparseModel {

  /** So many features are looked up side by side. */
  private static final int BATCH = 512;

  private final List<String> labels;
  private final float scale;
  private final int bits;
  private final UsedBuckets used;

  /** For each bucket in use its first entry; one more than there are of them. */
  private final int[] starts;

  /**
   * Label in the upper byte, weight in the lower one: side by side, since they are read together.
   */
  private final short[] entries;

  private SparseModel(
      List<String> labels, int bits, float scale, UsedBuckets used, int[] starts, short[] entries) {
    this.labels = List.copyOf(labels);
    this.bits = bits;
    this.scale = scale;
    this.used = used;
    this.starts = starts;
    this.entries = entries;
  }

  /**
   * A model of its parts.
   *
   * @param labels at most 256, without spaces
   * @param bits the number of buckets is 2 to the power of this
   * @param scale what an entry's weight is multiplied by
   * @param starts for each bucket its first entry; one more than there are buckets
   * @param entryLabels those of a bucket ascend
   */
  public static SparseModel of(
      List<String> labels,
      int bits,
      float scale,
      int[] starts,
      byte[] entryLabels,
      byte[] entryWeights) {
    BitSet used = new BitSet(1 << bits);
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      used.set(bucket, starts[bucket + 1] > starts[bucket]);
    }
    short[] entries = new short[entryLabels.length];
    for (int entry = 0; entry < entries.length; entry++) {
      entries[entry] = entry(entryLabels[entry], entryWeights[entry]);
    }
    int[] usedStarts =
        IntStream.concat(used.stream().map(bucket -> starts[bucket]), IntStream.of(entries.length))
            .toArray();
    return new SparseModel(labels, bits, scale, UsedBuckets.of(used, bits), usedStarts, entries);
  }

  private static short entry(byte label, byte weight) {
    return (short) (label << 8 | weight & 0xff);
  }

  /** The labels, in the order of the sums. */
  public List<String> labels() {
    return labels;
  }

  /**
   * Adds the weights of features to the sums of the rows that they belong to.
   *
   * @param hashes the features, row by row; their upper bits name the buckets
   * @param size how many there are
   * @param rows for each row its first feature
   * @param sums for each row one for each label; {@link #scale} turns them into logits
   */
  public void add(int[] hashes, int size, int[] rows, int rowCount, int[] sums) {
    Batch batch = new Batch(Math.min(size, BATCH));
    int row = 0;
    for (int from = 0; from < size; from += BATCH) {
      int count = batch.find(hashes, from, Math.min(size, from + BATCH));
      for (int i = 0; i < count; i++) {
        while (row + 1 < rowCount && rows[row + 1] <= batch.found[i]) {
          row++;
        }
        batch.add(i, 1, sums, row * labels.size());
      }
    }
  }

  /**
   * Adds the weights of features, so many times.
   *
   * @param from the first of them
   * @param to one past the last of them
   * @param sums one for each label
   */
  public void add(int[] hashes, int from, int to, int times, int[] sums) {
    Batch batch = new Batch(Math.min(to - from, BATCH));
    for (int begin = from; begin < to; begin += BATCH) {
      int count = batch.find(hashes, begin, Math.min(to, begin + BATCH));
      for (int i = 0; i < count; i++) {
        batch.add(i, times, sums, 0);
      }
    }
  }

  /** Features that are looked up side by side: each step for all of them before the next one. */
  private final class Batch {

    /** Those features that have weights, by their places among the hashes. */
    private final int[] found;

    private final int[] begins;
    private final int[] ends;

    /** The first entry of each, which brings those behind it into the cache. */
    private final short[] firsts;

    Batch(int most) {
      found = new int[most];
      begins = new int[most];
      ends = new int[most];
      firsts = new short[most];
    }

    /** Finds the entries of features and returns how many features have any. */
    int find(int[] hashes, int from, int to) {
      int count = used.find(hashes, from, to, Integer.SIZE - bits, found, begins);
      for (int i = 0; i < count; i++) {
        int rank = begins[i];
        begins[i] = starts[rank];
        ends[i] = starts[rank + 1];
      }
      for (int i = 0; i < count; i++) {
        firsts[i] = entries[begins[i]];
      }
      return count;
    }

    /** Adds the entries of a found feature, so many times, to the sums of a row. */
    void add(int feature, int times, int[] sums, int row) {
      addEntry(firsts[feature], times, sums, row);
      for (int entry = begins[feature] + 1; entry < ends[feature]; entry++) {
        addEntry(entries[entry], times, sums, row);
      }
    }

    private static void addEntry(short entry, int times, int[] sums, int row) {
      sums[row + (entry >> 8 & 0xff)] += times * (byte) entry;
    }
  }

  /** What a sum of weights is multiplied by. */
  public float scale() {
    return scale;
  }

  /** The same model with weights so many times as large: surer of the same labels. */
  public SparseModel sharpened(float factor) {
    return new SparseModel(labels, bits, scale * factor, used, starts, entries);
  }

  /**
   * Reads a model that {@link #write} wrote.
   *
   * @throws IOException where the stream cannot be read or holds no model
   */
  public static SparseModel read(InputStream stream) throws IOException {
    PackedModel packed = PackedModel.read(stream);
    return new SparseModel(
        packed.labels(),
        packed.bits(),
        packed.scale(),
        UsedBuckets.of(packed.used(), packed.bits()),
        packed.starts(),
        packed.entries());
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    BitSet buckets = new BitSet(1 << bits);
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      buckets.set(bucket, used.contains(bucket));
    }
    new PackedModel(labels, bits, scale, buckets, starts, entries).write(stream);
  }
}
