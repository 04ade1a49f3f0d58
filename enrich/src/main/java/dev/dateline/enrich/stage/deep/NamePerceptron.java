package dev.dateline.enrich.stage.deep;

import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameLabels;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The head for names: a perceptron of one hidden layer over the states of a token and what the
 * lists of names say of it. Weights of the hidden layer are kept in eight bits. Immutable.
 */
public final class NamePerceptron {

  private static final int MAGIC = 0x444C4450;

  private final int hidden;
  private final float[] means;
  private final float[] factors;
  private final float[] scales;
  private final byte[] bytes;
  private final float[] weights;
  private final float[] biases;
  private final float[] outWeights;
  private final float[] outBiases;

  private NamePerceptron(
      float[] means,
      float[] factors,
      float[] scales,
      byte[] bytes,
      float[] biases,
      float[] outWeights,
      float[] outBiases) {
    this.hidden = biases.length;
    this.means = means;
    this.factors = factors;
    this.scales = scales;
    this.bytes = bytes;
    this.weights = new float[bytes.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = bytes[i] * scales[i % hidden];
    }
    this.biases = biases;
    this.outWeights = outWeights;
    this.outBiases = outBiases;
  }

  /**
   * A head of its parts.
   *
   * @param means of the inputs: states, then a 0 or 1 for each bit of {@link NameFlags}
   * @param factors one over the spread of each input
   * @param weights of the hidden layer, input by input
   * @param biases of the hidden layer
   * @param outWeights of the labels, hidden unit by hidden unit
   * @param outBiases of the labels
   */
  public static NamePerceptron of(
      float[] means,
      float[] factors,
      float[] weights,
      float[] biases,
      float[] outWeights,
      float[] outBiases) {
    float[] scales = new float[biases.length];
    for (int i = 0; i < weights.length; i++) {
      int unit = i % scales.length;
      scales[unit] = Math.max(scales[unit], Math.abs(weights[i]) / Byte.MAX_VALUE);
    }
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      float scale = Math.max(scales[i % scales.length], Float.MIN_NORMAL);
      bytes[i] = (byte) Math.round(weights[i] / scale);
    }
    return new NamePerceptron(
        means.clone(),
        factors.clone(),
        scales,
        bytes,
        biases.clone(),
        outWeights.clone(),
        outBiases.clone());
  }

  /** Number of states that it reads of a token. */
  int width() {
    return means.length - NameFlags.BITS;
  }

  /**
   * Writes the logarithm of the probability of each label, up to a constant.
   *
   * @param states of a token, from {@code from} on
   * @param flags what the lists say of it
   * @param scores receives them from {@code at} on
   */
  void score(float[] states, int from, int flags, float[] scores, int at) {
    float[] units = biases.clone();
    int width = width();
    for (int input = 0; input < means.length; input++) {
      float raw = input < width ? states[from + input] : flags >>> (input - width) & 1;
      float value = (raw - means[input]) * factors[input];
      int row = input * hidden;
      for (int unit = 0; unit < hidden; unit++) {
        units[unit] += value * weights[row + unit];
      }
    }
    System.arraycopy(outBiases, 0, scores, at, NameLabels.COUNT);
    for (int unit = 0; unit < hidden; unit++) {
      float value = Math.max(0, units[unit]);
      int row = unit * NameLabels.COUNT;
      for (int label = 0; label < NameLabels.COUNT; label++) {
        scores[at + label] += value * outWeights[row + label];
      }
    }
  }

  /**
   * Reads a head that {@link #write} wrote.
   *
   * @throws IOException where the stream cannot be read or holds no such head
   */
  public static NamePerceptron read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC || data.readUnsignedByte() != NameLabels.COUNT) {
      throw new IOException("not a head of the deep name tagger");
    }
    int inputs = data.readUnsignedShort();
    int hidden = data.readUnsignedShort();
    float[] means = floats(data, inputs);
    float[] factors = floats(data, inputs);
    float[] scales = floats(data, hidden);
    byte[] bytes = new byte[inputs * hidden];
    data.readFully(bytes);
    return new NamePerceptron(
        means,
        factors,
        scales,
        bytes,
        floats(data, hidden),
        floats(data, hidden * NameLabels.COUNT),
        floats(data, NameLabels.COUNT));
  }

  private static float[] floats(DataInputStream data, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = data.readFloat();
    }
    return values;
  }

  /** Writes the head; the same head gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeByte(NameLabels.COUNT);
    data.writeShort(means.length);
    data.writeShort(hidden);
    write(data, means);
    write(data, factors);
    write(data, scales);
    data.write(bytes);
    write(data, biases);
    write(data, outWeights);
    write(data, outBiases);
    data.flush();
  }

  private static void write(DataOutputStream data, float[] values) throws IOException {
    for (float value : values) {
      data.writeFloat(value);
    }
  }
}
