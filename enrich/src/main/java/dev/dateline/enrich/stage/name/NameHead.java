package dev.dateline.enrich.stage.name;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What the tagger has learnt: a weight of a byte for each feature and label, a scale, and the
 * scores of one label behind another. Features that were not learnt weigh nothing: their keys are
 * stored, so that they are not taken for others. Immutable.
 */
public final class NameHead {

  private static final int MAGIC = 0x444C4E48;
  private static final int VERSION = 1;
  private static final int MOST_FEATURES = 1 << 22;

  private final float scale;
  private final float[] transitions;
  private final int[] keys;
  private final byte[] weights;
  private final FeatureTable table;
  private final WordScores words;

  /**
   * A head.
   *
   * @param scale what a weight of 1 is worth
   * @param transitions score of {@code label} behind {@code previous} at {@code previous * COUNT +
   *     label}; a sentence begins behind {@link NameLabels#OUTSIDE}
   * @param keys distinct features in ascending order
   * @param weights for each key {@link NameLabels#COUNT} weights
   */
  public NameHead(float scale, float[] transitions, int[] keys, byte[] weights) {
    if (transitions.length != NameLabels.COUNT * NameLabels.COUNT
        || weights.length != keys.length * NameLabels.COUNT) {
      throw new IllegalArgumentException("weights do not fit the labels");
    }
    this.scale = scale;
    this.transitions = transitions.clone();
    this.keys = keys.clone();
    this.weights = weights.clone();
    this.table = new FeatureTable(this.keys, this.weights);
    this.words = new WordScores(table);
  }

  /** Sums the weights of features by label; overwrites the features. */
  void sum(int[] features, int count, int[] sums) {
    table.sum(features, count, sums);
  }

  /** Sums the weights of the features of a token by label. */
  void sum(NameFeatures features, int token, int[] sums) {
    table.sum(features.buffer(), features.fillSurroundings(token), sums);
    words.addTo(sums, features, token);
  }

  float scale() {
    return scale;
  }

  /** What {@code label} is worth behind {@code previous}. */
  public float transition(int previous, int label) {
    return transitions[previous * NameLabels.COUNT + label];
  }

  /** Number of features with weights. */
  public int size() {
    return keys.length;
  }

  /** Writes the head; the same head gives the same bytes on every platform. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeByte(VERSION);
    data.writeByte(NameLabels.COUNT);
    data.writeFloat(scale);
    for (float transition : transitions) {
      data.writeFloat(transition);
    }
    data.writeInt(keys.length);
    long previous = Integer.MIN_VALUE;
    for (int row = 0; row < keys.length; row++) {
      writeVariable(data, keys[row] - previous);
      previous = keys[row];
      int present = 0;
      for (int label = 0; label < NameLabels.COUNT; label++) {
        present |= weights[row * NameLabels.COUNT + label] != 0 ? 1 << label : 0;
      }
      writeVariable(data, present);
      for (int label = 0; label < NameLabels.COUNT; label++) {
        if ((present & 1 << label) != 0) {
          data.writeByte(weights[row * NameLabels.COUNT + label]);
        }
      }
    }
    data.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are no head, of another version, or cut short
   */
  public static NameHead read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC || data.readByte() != VERSION) {
      throw new IOException("no head of a name tagger of version " + VERSION);
    }
    if (data.readByte() != NameLabels.COUNT) {
      throw new IOException("the head was trained for other labels");
    }
    float scale = data.readFloat();
    float[] transitions = new float[NameLabels.COUNT * NameLabels.COUNT];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = data.readFloat();
    }
    int size = data.readInt();
    if (size < 0 || size > MOST_FEATURES) {
      throw new IOException("a head of " + size + " features");
    }
    int[] keys = new int[size];
    byte[] weights = new byte[size * NameLabels.COUNT];
    long previous = Integer.MIN_VALUE;
    for (int row = 0; row < size; row++) {
      previous += readVariable(data);
      if (previous > Integer.MAX_VALUE || row > 0 && previous <= keys[row - 1]) {
        throw new IOException("features out of order");
      }
      keys[row] = (int) previous;
      long present = readVariable(data);
      for (int label = 0; label < NameLabels.COUNT; label++) {
        if ((present & 1 << label) != 0) {
          weights[row * NameLabels.COUNT + label] = data.readByte();
        }
      }
    }
    return new NameHead(scale, transitions, keys, weights);
  }

  private static void writeVariable(DataOutputStream data, long value) throws IOException {
    long rest = value;
    while (rest >= 0x80) {
      data.writeByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    data.writeByte((int) rest);
  }

  private static long readVariable(DataInputStream data) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = data.readUnsignedByte();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new IOException("a number of more than 35 bits");
  }
}
