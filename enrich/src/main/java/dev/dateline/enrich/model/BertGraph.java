package dev.dateline.enrich.model;

import dev.dateline.enrich.model.OnnxGraph.Attribute;
import dev.dateline.enrich.model.OnnxGraph.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * The lower layers of a BERT encoder (Devlin and others, 2019) as an ONNX graph with weights of
 * eight bits. Inputs: {@code tokens} and {@code positions} (ids), {@code mask} (0 for a token, a
 * large negative number for padding). Outputs: {@code layer<n>}, the states behind a layer.
 */
final class BertGraph {

  private static final float EPSILON = 1e-12f;
  private static final float BYTE_MOST = 127;

  /**
   * Most of a weight: two products of it with an activation of eight bits fit the 16-bit sums of
   * processors that multiply bytes in pairs.
   */
  private static final float WEIGHT_MOST = 63;

  private final OnnxGraph graph = new OnnxGraph();
  private final Checkpoint checkpoint;
  private final String scope;
  private final int width;
  private final int heads;

  private BertGraph(Checkpoint checkpoint, String scope, int heads) throws IOException {
    this.checkpoint = checkpoint;
    this.scope = scope;
    this.heads = heads;
    this.width = checkpoint.shape(scope + "embeddings/word_embeddings")[1];
  }

  /**
   * Writes the graph.
   *
   * @param scope what the names of the variables begin with
   * @param heads heads of attention a layer
   * @param outputs the layers whose states are asked for, in rising order; the graph ends with the
   *     last
   * @throws IOException where the checkpoint is not of such an encoder, or the stream fails
   */
  static void write(
      Checkpoint checkpoint, String scope, int heads, List<Integer> outputs, OutputStream out)
      throws IOException {
    BertGraph bert = new BertGraph(checkpoint, scope, heads);
    bert.build(outputs);
    bert.graph.write(out, "bert");
  }

  private void build(List<Integer> outputs) throws IOException {
    graph.input("tokens", Element.INT64, "batch", "length");
    graph.input("positions", Element.INT64, "1", "length");
    graph.input("mask", Element.FLOAT, "batch", "1", "1", "length");
    longs("split", 0, 0, heads, width / heads);
    longs("join", 0, 0, width);
    floats("scale", new float[] {(float) (1 / Math.sqrt((double) width / heads))}, 1);
    String state = embeddings();
    for (int layer = 0; layer < outputs.get(outputs.size() - 1); layer++) {
      state = layer(layer, state);
    }
    for (int layer : outputs) {
      graph.output("layer" + layer, Element.FLOAT, "batch", "length", Integer.toString(width));
    }
  }

  private String embeddings() throws IOException {
    String name = scope + "embeddings/word_embeddings";
    int size = checkpoint.shape(name)[0];
    float[] scales = new float[size];
    FloatBuffer words = checkpoint.values(name);
    for (int row = 0; row < size; row++) {
      scales[row] = highest(row(words, row)) / BYTE_MOST;
    }
    graph.constant(
        "words",
        Element.INT8,
        new long[] {size, width},
        out -> {
          for (int row = 0; row < size; row++) {
            out.write(quantized(row(words, row), scales[row]));
          }
        });
    floats("words.scale", scales, size, 1);
    graph.node("Gather", "word.bytes", List.of("words", "tokens"), Attribute.of("axis", 0));
    graph.node("Cast", "word.floats", List.of("word.bytes"), Attribute.of("to", 1));
    graph.node("Gather", "word.scale", List.of("words.scale", "tokens"), Attribute.of("axis", 0));
    graph.node("Mul", "word", List.of("word.floats", "word.scale"));
    // Every text is of one part, so the type of a token is that of the first part.
    float[] positions = values(scope + "embeddings/position_embeddings");
    float[] types = values(scope + "embeddings/token_type_embeddings");
    for (int i = 0; i < positions.length; i++) {
      positions[i] += types[i % width];
    }
    floats("places", positions, positions.length / width, width);
    graph.node("Gather", "place", List.of("places", "positions"), Attribute.of("axis", 0));
    graph.node("Add", "embedded", List.of("word", "place"));
    return normalized("embedded", scope + "embeddings", "layer0");
  }

  private String layer(int number, String state) throws IOException {
    String variables = scope + "encoder/layer_" + number;
    String name = "l" + number;
    String bytes = quantize(state);
    String context = attention(variables + "/attention/self/", name, bytes);
    String attended =
        linear(
            quantize(context), name + ".attended", List.of(variables + "/attention/output/dense"));
    graph.node("Add", name + ".sum", List.of(attended, state));
    String between = normalized(name + ".sum", variables + "/attention/output", name + ".between");
    String wide =
        linear(quantize(between), name + ".wide", List.of(variables + "/intermediate/dense"));
    graph.node("Gelu", name + ".active", List.of(wide));
    String narrow =
        linear(quantize(name + ".active"), name + ".narrow", List.of(variables + "/output/dense"));
    graph.node("Add", name + ".end", List.of(narrow, between));
    return normalized(name + ".end", variables + "/output", "layer" + (number + 1));
  }

  private String attention(String variables, String name, String bytes) throws IOException {
    String all =
        linear(
            bytes,
            name + ".qkv",
            List.of(variables + "query", variables + "key", variables + "value"));
    graph.node(
        "Split",
        List.of(all),
        List.of(name + ".q", name + ".k", name + ".v"),
        Attribute.of("axis", -1),
        Attribute.of("num_outputs", 3));
    String query = parted(name + ".q", 0, 2, 1, 3);
    String key = parted(name + ".k", 0, 2, 3, 1);
    String value = parted(name + ".v", 0, 2, 1, 3);
    graph.node("MatMul", name + ".match", List.of(query, key));
    graph.node("Mul", name + ".scaled", List.of(name + ".match", "scale"));
    graph.node("Add", name + ".masked", List.of(name + ".scaled", "mask"));
    graph.node("Softmax", name + ".weights", List.of(name + ".masked"), Attribute.of("axis", -1));
    graph.node("MatMul", name + ".mixed", List.of(name + ".weights", value));
    graph.node(
        "Transpose", name + ".turned", List.of(name + ".mixed"), Attribute.of("perm", 0, 2, 1, 3));
    return graph.node("Reshape", name + ".context", List.of(name + ".turned", "join"));
  }

  /** The states parted by head, turned. */
  private String parted(String states, long... order) {
    graph.node("Reshape", states + ".parts", List.of(states, "split"));
    return graph.node(
        "Transpose", states + ".heads", List.of(states + ".parts"), Attribute.of("perm", order));
  }

  /** The states in eight bits; their scale and zero stand beside them. */
  private String quantize(String states) {
    graph.node(
        "DynamicQuantizeLinear",
        List.of(states),
        List.of(states + ".bytes", states + ".step", states + ".zero"));
    return states;
  }

  /** A product with the kernels of some variables side by side, and their biases. */
  private String linear(String states, String name, List<String> variables) throws IOException {
    int rows = checkpoint.shape(variables.get(0) + "/kernel")[0];
    int columns = 0;
    for (String variable : variables) {
      columns += checkpoint.shape(variable + "/kernel")[1];
    }
    float[] weights = kernels(variables, rows, columns);
    float[] scales = new float[columns];
    for (int i = 0; i < weights.length; i++) {
      scales[i % columns] = Math.max(scales[i % columns], Math.abs(weights[i]) / WEIGHT_MOST);
    }
    int width = columns;
    graph.constant(
        name + ".weights",
        Element.INT8,
        new long[] {rows, columns},
        out -> out.write(quantized(kernels(variables, rows, width), scales)));
    floats(name + ".scale", scales, columns);
    floats(name + ".bias", biases(variables, columns), columns);
    graph.node(
        "MatMulInteger",
        name + ".whole",
        List.of(states + ".bytes", name + ".weights", states + ".zero"));
    graph.node("Cast", name + ".real", List.of(name + ".whole"), Attribute.of("to", 1));
    graph.node("Mul", name + ".step", List.of(states + ".step", name + ".scale"));
    graph.node("Mul", name + ".product", List.of(name + ".real", name + ".step"));
    return graph.node("Add", name, List.of(name + ".product", name + ".bias"));
  }

  private float[] kernels(List<String> variables, int rows, int columns) throws IOException {
    float[] weights = new float[rows * columns];
    int column = 0;
    for (String variable : variables) {
      FloatBuffer kernel = checkpoint.values(variable + "/kernel");
      int own = kernel.limit() / rows;
      for (int row = 0; row < rows; row++) {
        kernel.get(row * own, weights, row * columns + column, own);
      }
      column += own;
    }
    return weights;
  }

  private float[] biases(List<String> variables, int columns) throws IOException {
    float[] biases = new float[columns];
    int column = 0;
    for (String variable : variables) {
      float[] own = values(variable + "/bias");
      System.arraycopy(own, 0, biases, column, own.length);
      column += own.length;
    }
    return biases;
  }

  private String normalized(String states, String variables, String name) throws IOException {
    floats(name + ".gamma", values(variables + "/LayerNorm/gamma"), width);
    floats(name + ".beta", values(variables + "/LayerNorm/beta"), width);
    return graph.node(
        "LayerNormalization",
        name,
        List.of(states, name + ".gamma", name + ".beta"),
        Attribute.of("axis", -1),
        Attribute.of("epsilon", EPSILON));
  }

  private float[] values(String variable) throws IOException {
    FloatBuffer values = checkpoint.values(variable);
    float[] copy = new float[values.limit()];
    values.get(0, copy);
    return copy;
  }

  private float[] row(FloatBuffer values, int row) {
    float[] copy = new float[width];
    values.get(row * width, copy);
    return copy;
  }

  private static float highest(float[] values) {
    float highest = Float.MIN_NORMAL;
    for (float value : values) {
      highest = Math.max(highest, Math.abs(value));
    }
    return highest;
  }

  /** Each value over the scale of its column. */
  private static byte[] quantized(float[] values, float... scales) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      float scale = scales[i % scales.length];
      bytes[i] = (byte) Math.round(values[i] / Math.max(scale, Float.MIN_NORMAL));
    }
    return bytes;
  }

  private void floats(String name, float[] values, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    graph.constant(name, Element.FLOAT, shape, out -> out.write(bytes.array()));
  }

  private void longs(String name, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    graph.constant(
        name, Element.INT64, new long[] {values.length}, out -> out.write(bytes.array()));
  }
}
