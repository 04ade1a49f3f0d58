package dev.dateline.enrich.stage.deep;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.dateline.enrich.model.EncoderFiles;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The encoder: gives each piece of a sequence its states on some layers. Thread-safe. The same
 * sequences together give the same states on the same kind of processor.
 */
public final class Encoder implements AutoCloseable {

  /** The longest sequence, without its marks at both ends. */
  static final int LONGEST = 254;

  /** Layers whose states are read: two for names, one for topics. */
  static final List<String> LAYERS = List.of("layer6", "layer8", "layer9");

  private static final int MOST_SEQUENCES = 16;
  private static final float PADDING = -10_000;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPieces wordPieces;
  private final int width;

  private Encoder(OrtSession session, WordPieces wordPieces, int width) {
    this.session = session;
    this.wordPieces = wordPieces;
    this.width = width;
  }

  /** States of the pieces of a sequence, piece after piece, a field for each layer. */
  record States(float[] six, float[] eight, float[] nine) {}

  /**
   * Opens a converted encoder.
   *
   * @param threads that one call uses, 1 or more
   * @throws IOException where the files are not of such an encoder
   */
  public static Encoder open(EncoderFiles files, int threads) throws IOException {
    WordPieces wordPieces = WordPieces.read(files.vocabulary());
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // A thread that waits must not take the time of the other stages.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      OrtSession session =
          OrtEnvironment.getEnvironment().createSession(files.graph().toString(), options);
      return new Encoder(session, wordPieces, width(session));
    } catch (OrtException e) {
      throw new IOException("the encoder cannot be opened: " + e.getMessage(), e);
    }
  }

  private static int width(OrtSession session) throws OrtException, IOException {
    long width = 0;
    for (String layer : LAYERS) {
      NodeInfo output = session.getOutputInfo().get(layer);
      if (output == null || !(output.getInfo() instanceof TensorInfo states)) {
        throw new IOException("the graph has no output " + layer);
      }
      width = states.getShape()[2];
    }
    return Math.toIntExact(width);
  }

  /** Number of states of a piece on a layer. */
  int width() {
    return width;
  }

  WordPieces wordPieces() {
    return wordPieces;
  }

  /** The states of each sequence; sequences of about the same length run together. */
  List<States> encode(List<Pieces> sequences) {
    List<Integer> order =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> sequences.get(i).size()))
            .toList();
    States[] states = new States[sequences.size()];
    int from = 0;
    while (from < order.size()) {
      int shortest = sequences.get(order.get(from)).size();
      int to = from + 1;
      while (to < order.size()
          && to - from < MOST_SEQUENCES
          && sequences.get(order.get(to)).size() <= shortest + 2 + shortest / 4) {
        to++;
      }
      List<Pieces> batch = new ArrayList<>(to - from);
      order.subList(from, to).forEach(i -> batch.add(sequences.get(i)));
      run(batch, order.subList(from, to), states);
      from = to;
    }
    return List.of(states);
  }

  private void run(List<Pieces> batch, List<Integer> places, States[] states) {
    int length = 2 + batch.get(batch.size() - 1).size();
    long[] tokens = new long[batch.size() * length];
    float[] mask = new float[tokens.length];
    for (int row = 0; row < batch.size(); row++) {
      int[] ids = batch.get(row).ids();
      int at = row * length;
      tokens[at] = wordPieces.first();
      for (int i = 0; i < ids.length; i++) {
        tokens[at + 1 + i] = ids[i];
      }
      tokens[at + 1 + ids.length] = wordPieces.last();
      for (int i = ids.length + 2; i < length; i++) {
        mask[at + i] = PADDING;
      }
    }
    long[] positions = IntStream.range(0, length).asLongStream().toArray();
    try (OnnxTensor tokenInput = longs(tokens, batch.size(), length);
        OnnxTensor positionInput = longs(positions, 1, length);
        OnnxTensor maskInput =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(mask), new long[] {batch.size(), 1, 1, length});
        OrtSession.Result result =
            session.run(
                Map.of("tokens", tokenInput, "positions", positionInput, "mask", maskInput),
                Set.copyOf(LAYERS))) {
      FloatBuffer six = output(result, 0);
      FloatBuffer eight = output(result, 1);
      FloatBuffer nine = output(result, 2);
      for (int row = 0; row < batch.size(); row++) {
        int from = (row * length + 1) * width;
        int size = batch.get(row).size() * width;
        states[places.get(row)] =
            new States(copy(six, from, size), copy(eight, from, size), copy(nine, from, size));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed", e);
    }
  }

  private OnnxTensor longs(long[] values, long rows, long columns) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {rows, columns});
  }

  private static FloatBuffer output(OrtSession.Result result, int layer) {
    return ((OnnxTensor) result.get(LAYERS.get(layer)).orElseThrow()).getFloatBuffer();
  }

  private static float[] copy(FloatBuffer buffer, int from, int size) {
    float[] copy = new float[size];
    buffer.get(from, copy);
    return copy;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder does not close", e);
    }
  }
}
