package dev.dateline.enrich.stage.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A sparse linear model: for each bucket of features the languages that it speaks for or against.
 * Immutable. The file is a header, the language tags, and for each bucket in use the distance from
 * the last one, the number of its weights and the weights as (language, 8-bit weight).
 */
public final class LanguageModel {

  private static final int MAGIC = 0x444c4c31;

  private final List<String> languages;
  private final float scale;
  private final int bits;
  private final int[] starts;
  private final byte[] entryLanguages;
  private final byte[] entryWeights;

  /**
   * A model of its parts.
   *
   * @param languages BCP 47 tags
   * @param bits the number of buckets is 2 to the power of this
   * @param scale what an entry's weight is multiplied by
   * @param starts for each bucket its first entry; one more than there are buckets
   */
  public LanguageModel(
      List<String> languages,
      int bits,
      float scale,
      int[] starts,
      byte[] entryLanguages,
      byte[] entryWeights) {
    this.languages = List.copyOf(languages);
    this.bits = bits;
    this.scale = scale;
    this.starts = starts.clone();
    this.entryLanguages = entryLanguages.clone();
    this.entryWeights = entryWeights.clone();
  }

  /** The tags of the languages, in the order of {@link #logits}. */
  public List<String> languages() {
    return languages;
  }

  /** How much speaks for each language; comparable between languages of one text only. */
  public float[] logits(LanguageFeatures features) {
    int[] sums = new int[languages.size()];
    for (int i = 0; i < features.size(); i++) {
      int bucket = features.hash(i) >>> (32 - bits);
      for (int entry = starts[bucket]; entry < starts[bucket + 1]; entry++) {
        sums[entryLanguages[entry] & 0xff] += entryWeights[entry];
      }
    }
    float[] logits = new float[sums.length];
    float factor = scale / (float) Math.sqrt(Math.max(1, features.size()));
    for (int i = 0; i < sums.length; i++) {
      logits[i] = sums[i] * factor;
    }
    return logits;
  }

  /** Reads a model that {@link #write} wrote. */
  public static LanguageModel read(InputStream stream) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("Not a language model");
    }
    String[] languages = in.readUTF().split(" ");
    int bits = in.readUnsignedByte();
    float scale = in.readFloat();
    int entries = in.readInt();
    byte[] tags = new byte[entries];
    byte[] weights = new byte[entries];
    int[] starts = new int[(1 << bits) + 1];
    int bucket = -1;
    for (int entry = 0; entry < entries; ) {
      int next = bucket + 1 + readUnsigned(in);
      while (bucket < next) {
        starts[++bucket] = entry;
      }
      for (int count = readUnsigned(in); count > 0; count--, entry++) {
        tags[entry] = in.readByte();
        weights[entry] = in.readByte();
      }
    }
    while (bucket < 1 << bits) {
      starts[++bucket] = entries;
    }
    return new LanguageModel(List.of(languages), bits, scale, starts, tags, weights);
  }

  /** Writes the model; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    var out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeUTF(String.join(" ", languages));
    out.writeByte(bits);
    out.writeFloat(scale);
    out.writeInt(entryWeights.length);
    int previous = -1;
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      int count = starts[bucket + 1] - starts[bucket];
      if (count == 0) {
        continue;
      }
      writeUnsigned(out, bucket - previous - 1);
      writeUnsigned(out, count);
      for (int entry = starts[bucket]; entry < starts[bucket + 1]; entry++) {
        out.writeByte(entryLanguages[entry]);
        out.writeByte(entryWeights[entry]);
      }
      previous = bucket;
    }
    out.flush();
  }

  private static int readUnsigned(DataInputStream in) throws IOException {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("A number in the language model is too long");
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
