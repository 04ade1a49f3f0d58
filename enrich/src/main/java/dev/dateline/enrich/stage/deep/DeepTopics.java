package dev.dateline.enrich.stage.deep;

import dev.dateline.enrich.knowledge.Subject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head for topics: a logistic regression over the mean state of a text, less the mean state of
 * its language, which takes out most of what tells languages apart. Immutable.
 */
public final class DeepTopics {

  private static final int MAGIC = 0x444C4454;
  private static final int SUBJECTS = Subject.values().length;

  private final float[] weights;
  private final float[] biases;
  private final float[] overall;
  private final Map<String, float[]> languages;

  /**
   * A head of its parts.
   *
   * @param weights subject by subject, in the order of {@link Subject}
   * @param biases of the subjects
   * @param overall mean state over languages, for one that has none of its own
   * @param languages mean state of each language, by BCP 47 tag
   */
  public DeepTopics(
      float[] weights, float[] biases, float[] overall, Map<String, float[]> languages) {
    if (weights.length != SUBJECTS * overall.length || biases.length != SUBJECTS) {
      throw new IllegalArgumentException("weights do not fit the subjects");
    }
    this.weights = weights.clone();
    this.biases = biases.clone();
    this.overall = overall.clone();
    this.languages = Map.copyOf(languages);
  }

  /**
   * The share of each subject in a text, in the order of {@link Subject}; their sum is 1. All are 0
   * where nothing was read.
   *
   * @param parts of the text, such as title and body
   */
  public double[] shares(List<EncodedText> parts, String language) {
    float[] mean = new float[overall.length];
    int pieces = 0;
    for (EncodedText part : parts) {
      pieces += part.pieces();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += part.sum()[i];
      }
    }
    if (pieces == 0) {
      return new double[SUBJECTS];
    }
    float[] usual = languages.getOrDefault(language, overall);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = mean[i] / pieces - usual[i];
    }
    return shares(mean);
  }

  private double[] shares(float[] state) {
    double[] shares = new double[SUBJECTS];
    double most = Double.NEGATIVE_INFINITY;
    for (int subject = 0; subject < SUBJECTS; subject++) {
      double sum = biases[subject];
      for (int i = 0; i < state.length; i++) {
        sum += state[i] * weights[subject * state.length + i];
      }
      shares[subject] = sum;
      most = Math.max(most, sum);
    }
    double total = 0;
    for (int subject = 0; subject < SUBJECTS; subject++) {
      shares[subject] = Math.exp(shares[subject] - most);
      total += shares[subject];
    }
    for (int subject = 0; subject < SUBJECTS; subject++) {
      shares[subject] /= total;
    }
    return shares;
  }

  /**
   * Reads a head that {@link #write} wrote.
   *
   * @throws IOException where the stream cannot be read or holds no such head
   */
  public static DeepTopics read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC || data.readUnsignedByte() != SUBJECTS) {
      throw new IOException("not a head of the deep topic tagger");
    }
    int width = data.readUnsignedShort();
    float[] weights = floats(data, SUBJECTS * width);
    float[] biases = floats(data, SUBJECTS);
    float[] overall = floats(data, width);
    Map<String, float[]> languages = new TreeMap<>();
    for (int left = data.readUnsignedShort(); left > 0; left--) {
      languages.put(data.readUTF(), floats(data, width));
    }
    return new DeepTopics(weights, biases, overall, languages);
  }

  private static float[] floats(DataInputStream data, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat(data.readShort() << 16);
    }
    return values;
  }

  /** Writes the head in numbers of 16 bits (bfloat16); the same head gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeByte(SUBJECTS);
    data.writeShort(overall.length);
    write(data, weights);
    write(data, biases);
    write(data, overall);
    data.writeShort(languages.size());
    for (Map.Entry<String, float[]> language : new TreeMap<>(languages).entrySet()) {
      data.writeUTF(language.getKey());
      write(data, language.getValue());
    }
    data.flush();
  }

  private static void write(DataOutputStream data, float[] values) throws IOException {
    for (float value : values) {
      data.writeShort(Float.floatToIntBits(value) + 0x8000 >>> 16);
    }
  }
}
