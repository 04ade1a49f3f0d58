package dev.dateline.enrich.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An encoder of a few thousand random weights, written as TensorFlow writes a saved model, with a
 * plain computation of its states in full precision to compare with.
 */
public final class TinyEncoder {

  public static final int WIDTH = 16;
  private static final int HEADS = 2;
  private static final int WIDE = 32;
  private static final int LAYERS = 9;
  private static final String SCOPE = "module/bert/";

  public static final List<String> VOCABULARY =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "Ra", "##dev", "in", "So", "##fia", ".", "й");

  private record Tensor(int[] shape, float[] values) {}

  private final TreeMap<String, Tensor> tensors = new TreeMap<>();
  private final Random random = new Random(5);

  public TinyEncoder() {
    add("embeddings/word_embeddings", VOCABULARY.size(), WIDTH);
    add("embeddings/position_embeddings", 512, WIDTH);
    add("embeddings/token_type_embeddings", 2, WIDTH);
    norm("embeddings");
    for (int layer = 0; layer < LAYERS; layer++) {
      String name = "encoder/layer_" + layer;
      for (String part : List.of("query", "key", "value")) {
        dense(name + "/attention/self/" + part, WIDTH, WIDTH);
      }
      dense(name + "/attention/output/dense", WIDTH, WIDTH);
      norm(name + "/attention/output");
      dense(name + "/intermediate/dense", WIDTH, WIDE);
      dense(name + "/output/dense", WIDE, WIDTH);
      norm(name + "/output");
    }
  }

  private void dense(String name, int rows, int columns) {
    add(name + "/kernel", rows, columns);
    add(name + "/bias", columns);
  }

  private void norm(String name) {
    add(name + "/LayerNorm/gamma", WIDTH);
    add(name + "/LayerNorm/beta", WIDTH);
    float[] gamma = tensors.get(SCOPE + name + "/LayerNorm/gamma").values();
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] += 1;
    }
  }

  private void add(String name, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian() * 0.3f;
    }
    tensors.put(SCOPE + name, new Tensor(shape, values));
  }

  /** What it is fetched as. */
  public EncoderSource source(Path artifact) throws IOException {
    return new EncoderSource(
        "tiny",
        "dev.dateline.test:tiny:1",
        "Apache-2.0",
        Checksum.of(artifact),
        "tiny-model",
        SCOPE,
        HEADS,
        List.of(6, 8, 9));
  }

  /** Writes the artifact. */
  public Path write(Path folder) throws IOException {
    Path artifact = folder.resolve("tiny.jar");
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(model)) {
      entry(zip, "variables/variables.index", index());
      entry(zip, "variables/variables.data-00000-of-00001", data());
      entry(
          zip, "assets/vocab.txt", String.join("\n", VOCABULARY).getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(artifact))) {
      entry(jar, "models/tiny-model", model.toByteArray());
    }
    return artifact;
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private byte[] data() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Tensor tensor : tensors.values()) {
      ByteBuffer bytes =
          ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(tensor.values());
      data.writeBytes(bytes.array());
    }
    return data.toByteArray();
  }

  /** A table of one block of entries, one of handles, and the footer. */
  private byte[] index() {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    String before = "";
    long offset = 0;
    for (String name : tensors.keySet()) {
      Tensor tensor = tensors.get(name);
      ProtobufWriter shape = new ProtobufWriter();
      for (int size : tensor.shape()) {
        shape.message(2, new ProtobufWriter().number(1, size));
      }
      long size = (long) tensor.values().length * Float.BYTES;
      byte[] value =
          new ProtobufWriter()
              .number(1, 1)
              .message(2, shape)
              .number(4, offset)
              .number(5, size)
              .real(6, 0)
              .toByteArray();
      entry(entries, before, name, value);
      before = name;
      offset += size;
    }
    byte[] handle = block(table, entries);
    ByteArrayOutputStream handles = new ByteArrayOutputStream();
    entry(handles, "", before, handle);
    byte[] indexHandle = block(table, handles);
    ByteBuffer footer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    footer.put(new byte[] {0, 0}).put(indexHandle);
    footer.putLong(40, 0xdb4775248b80fb57L);
    table.writeBytes(footer.array());
    return table.toByteArray();
  }

  private static void entry(ByteArrayOutputStream out, String before, String key, byte[] value) {
    int shared = 0;
    while (shared < Math.min(before.length(), key.length())
        && before.charAt(shared) == key.charAt(shared)) {
      shared++;
    }
    for (int number : new int[] {shared, key.length() - shared, value.length}) {
      varint(out, number);
    }
    out.writeBytes(key.substring(shared).getBytes(StandardCharsets.UTF_8));
    out.writeBytes(value);
  }

  /** Writes a block with one restart; returns its handle. */
  private static byte[] block(ByteArrayOutputStream table, ByteArrayOutputStream entries) {
    ByteArrayOutputStream handle = new ByteArrayOutputStream();
    varint(handle, table.size());
    varint(handle, entries.size() + 8);
    table.writeBytes(entries.toByteArray());
    table.writeBytes(new byte[] {0, 0, 0, 0, 1, 0, 0, 0});
    table.writeBytes(new byte[5]);
    return handle.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** The states behind a layer of a sequence of ids, piece after piece. */
  public float[] states(int[] ids, int layers) {
    float[][] state = new float[ids.length][WIDTH];
    for (int i = 0; i < ids.length; i++) {
      for (int j = 0; j < WIDTH; j++) {
        state[i][j] =
            values("embeddings/word_embeddings")[ids[i] * WIDTH + j]
                + values("embeddings/position_embeddings")[i * WIDTH + j]
                + values("embeddings/token_type_embeddings")[j];
      }
    }
    state = normalized(state, "embeddings");
    for (int layer = 0; layer < layers; layer++) {
      String name = "encoder/layer_" + layer;
      float[][] attended = dense(attention(state, name), name + "/attention/output/dense");
      float[][] between = normalized(sum(attended, state), name + "/attention/output");
      float[][] wide = dense(between, name + "/intermediate/dense");
      for (float[] row : wide) {
        for (int i = 0; i < row.length; i++) {
          row[i] = gelu(row[i]);
        }
      }
      state = normalized(sum(dense(wide, name + "/output/dense"), between), name + "/output");
    }
    float[] flat = new float[ids.length * WIDTH];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = state[i / WIDTH][i % WIDTH];
    }
    return flat;
  }

  private float[] values(String name) {
    return tensors.get(SCOPE + name).values();
  }

  private float[][] attention(float[][] state, String name) {
    float[][] query = dense(state, name + "/attention/self/query");
    float[][] key = dense(state, name + "/attention/self/key");
    float[][] value = dense(state, name + "/attention/self/value");
    int size = WIDTH / HEADS;
    float[][] context = new float[state.length][WIDTH];
    for (int head = 0; head < HEADS; head++) {
      for (int i = 0; i < state.length; i++) {
        double[] weights = new double[state.length];
        double total = 0;
        for (int j = 0; j < state.length; j++) {
          double match = 0;
          for (int k = head * size; k < (head + 1) * size; k++) {
            match += query[i][k] * key[j][k];
          }
          weights[j] = Math.exp(match / Math.sqrt(size));
          total += weights[j];
        }
        for (int j = 0; j < state.length; j++) {
          for (int k = head * size; k < (head + 1) * size; k++) {
            context[i][k] += (float) (weights[j] / total * value[j][k]);
          }
        }
      }
    }
    return context;
  }

  private float[][] dense(float[][] state, String name) {
    float[] kernel = values(name + "/kernel");
    float[] bias = values(name + "/bias");
    float[][] result = new float[state.length][bias.length];
    for (int i = 0; i < state.length; i++) {
      for (int j = 0; j < bias.length; j++) {
        float sum = bias[j];
        for (int k = 0; k < state[i].length; k++) {
          sum += state[i][k] * kernel[k * bias.length + j];
        }
        result[i][j] = sum;
      }
    }
    return result;
  }

  private float[][] normalized(float[][] state, String name) {
    float[] gamma = values(name + "/LayerNorm/gamma");
    float[] beta = values(name + "/LayerNorm/beta");
    float[][] result = new float[state.length][WIDTH];
    for (int i = 0; i < state.length; i++) {
      double mean = 0;
      double square = 0;
      for (float value : state[i]) {
        mean += value / WIDTH;
        square += (double) value * value / WIDTH;
      }
      double spread = Math.sqrt(square - mean * mean);
      for (int j = 0; j < WIDTH; j++) {
        result[i][j] = (float) ((state[i][j] - mean) / spread) * gamma[j] + beta[j];
      }
    }
    return result;
  }

  private static float[][] sum(float[][] first, float[][] second) {
    float[][] sum = new float[first.length][WIDTH];
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < WIDTH; j++) {
        sum[i][j] = first[i][j] + second[i][j];
      }
    }
    return sum;
  }

  /** By the error function, as Abramowitz and Stegun approximate it (7.1.26). */
  private static float gelu(float x) {
    double z = Math.abs(x) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * z);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double erf = 1 - series * Math.exp(-z * z);
    return (float) (0.5 * x * (1 + Math.signum(x) * erf));
  }
}
