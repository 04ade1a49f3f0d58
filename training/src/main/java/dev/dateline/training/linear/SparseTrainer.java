package dev.dateline.training.linear;

import dev.dateline.enrich.stage.linear.SparseModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression by AdaGrad (Duchi et al., 2011), cut down to its heaviest weights
 * and then trained on with those. One thread, a fixed seed: the same samples give the same model.
 */
public final class SparseTrainer {

  /** More sets than this have no use so far. */
  private static final int SETS = 8;

  /** Epochs after the cut, whose weights are averaged. */
  private static final int LAST_EPOCHS = 3;

  private static final float NEGLIGIBLE = 0.002f;

  /** Gradient that a weight is taken to have seen already: keeps the first steps small. */
  private static final float INITIAL_SQUARE = 1e-4f;

  /** A feature of so many samples counts as it is: rarer ones more, commoner ones less. */
  private static final double COMMON = 30;

  private final int bits;
  private final int classes;
  private final List<String> labels;
  private final Settings settings;
  private final float[] weights;
  private final float[] squares;
  private final float[][] biases = new float[SETS][];
  private final float[][] biasSquares = new float[SETS][];
  private boolean[] kept = new boolean[0];

  /** What each bucket's weights count. */
  private float[] worths = new float[0];

  /**
   * How to train.
   *
   * @param epochs over all samples, before those that follow the cut
   * @param rate of learning
   * @param dropout share of a sample's features that is left out each time, so that the others
   *     learn to do without them
   * @param decay how strongly a weight is drawn to zero whenever its feature is seen, so that
   *     common words have small ones (L2)
   * @param biasDecay the same for the biases: without it they would take over what weights should
   *     say of labels that a set does not have
   * @param rarity power of how rare a feature is, by which its weights count; 0 where all count the
   *     same
   * @param keptWeights how many weights the model keeps
   * @param steps how many steps a weight of the model has above zero, at most 127: fewer pack
   *     better
   */
  public record Settings(
      int epochs,
      float rate,
      float dropout,
      float decay,
      float biasDecay,
      double rarity,
      int keptWeights,
      int steps,
      long seed) {}

  /** A trainer of a model with 2 to the power of {@code bits} buckets. */
  public SparseTrainer(List<String> labels, int bits, Settings settings) {
    this.labels = List.copyOf(labels);
    this.bits = bits;
    this.classes = labels.size();
    this.settings = settings;
    this.weights = new float[classes << bits];
    this.squares = new float[classes << bits];
    for (int set = 0; set < SETS; set++) {
      biases[set] = new float[classes];
      biasSquares[set] = new float[classes];
    }
  }

  /** Trains a model; a trainer trains one. */
  public SparseModel train(List<Sample> samples) {
    var random = new Random(settings.seed());
    worths = worths(samples);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      epoch(samples, random, settings.rate());
    }
    prune();
    float[] sum = new float[weights.length];
    for (int epoch = 0; epoch < LAST_EPOCHS; epoch++) {
      epoch(samples, random, settings.rate() / 2);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      weights[i] = sum[i] / LAST_EPOCHS * worths[i / classes];
    }
    return quantize();
  }

  private float[] worths(List<Sample> samples) {
    float[] found = new float[1 << bits];
    if (settings.rarity() == 0) {
      Arrays.fill(found, 1);
      return found;
    }
    for (Sample sample : samples) {
      for (int feature : sample.features().get()) {
        found[feature >>> (32 - bits)]++;
      }
    }
    for (int bucket = 0; bucket < found.length; bucket++) {
      found[bucket] = (float) StrictMath.pow((found[bucket] + 1) / COMMON, -settings.rarity());
    }
    return found;
  }

  private void epoch(List<Sample> samples, Random random, float rate) {
    int[] order = new int[samples.stream().mapToInt(Sample::times).sum()];
    int size = 0;
    for (int index = 0; index < samples.size(); index++) {
      for (int time = 0; time < samples.get(index).times(); time++) {
        int j = random.nextInt(size + 1);
        order[size++] = order[j];
        order[j] = index;
      }
    }
    float[] gradient = new float[classes];
    for (int index : order) {
      learn(samples.get(index), gradient, rate, random);
    }
  }

  private void learn(Sample sample, float[] gradient, float rate, Random random) {
    int[] features = thin(sample.features().get(), random);
    if (features.length == 0) {
      return;
    }
    float value = 1 / (float) Math.sqrt(features.length);
    Arrays.fill(gradient, 0);
    for (int feature : features) {
      int bucket = feature >>> (32 - bits);
      int row = bucket * classes;
      float worth = worths[bucket];
      for (int k = 0; k < classes; k++) {
        gradient[k] += weights[row + k] * worth;
      }
    }
    float[] bias = biases[sample.set()];
    float[] biasSquare = biasSquares[sample.set()];
    softmax(gradient, value, bias);
    int[] active = new int[classes];
    int count = 0;
    for (int k = 0; k < classes; k++) {
      float difference = gradient[k] - sample.targets()[k];
      if (Math.abs(difference) > NEGLIGIBLE) {
        gradient[k] = difference * value;
        active[count++] = k;
        biasSquare[k] += difference * difference;
        float step = difference + settings.biasDecay() * bias[k];
        bias[k] -= rate * step / (float) Math.sqrt(biasSquare[k] + 1);
      }
    }
    if (count > 0) {
      update(features, gradient, Arrays.copyOf(active, count), rate);
    }
  }

  private int[] thin(int[] features, Random random) {
    if (settings.dropout() == 0) {
      return features;
    }
    int[] left = new int[features.length];
    int size = 0;
    for (int feature : features) {
      if (random.nextFloat() >= settings.dropout()) {
        left[size++] = feature;
      }
    }
    return Arrays.copyOf(left, size);
  }

  private void update(int[] features, float[] gradient, int[] active, float rate) {
    for (int feature : features) {
      int bucket = feature >>> (32 - bits);
      int row = bucket * classes;
      float worth = worths[bucket];
      for (int k : active) {
        int cell = row + k;
        if (kept.length > 0 && !kept[cell]) {
          continue;
        }
        float g = gradient[k] * worth + settings.decay() * weights[cell];
        squares[cell] += g * g;
        weights[cell] -= rate * g / (float) Math.sqrt(squares[cell] + INITIAL_SQUARE);
      }
    }
  }

  private static void softmax(float[] scores, float factor, float[] bias) {
    float max = Float.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = scores[k] * factor + bias[k];
      max = Math.max(max, scores[k]);
    }
    float sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) StrictMath.exp(scores[k] - max);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }

  private void prune() {
    float[] sizes = new float[weights.length];
    int used = 0;
    for (float weight : weights) {
      if (weight != 0) {
        sizes[used++] = Math.abs(weight);
      }
    }
    Arrays.sort(sizes, 0, used);
    float threshold = used == 0 ? 0 : sizes[Math.max(0, used - settings.keptWeights())];
    kept = new boolean[weights.length];
    for (int i = 0; i < weights.length; i++) {
      kept[i] = weights[i] != 0 && Math.abs(weights[i]) >= threshold;
      if (!kept[i]) {
        weights[i] = 0;
      }
    }
  }

  private SparseModel quantize() {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = largest / settings.steps();
    int[] starts = new int[(1 << bits) + 1];
    byte[] entryLabels = new byte[weights.length];
    byte[] values = new byte[weights.length];
    int entries = 0;
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      starts[bucket] = entries;
      for (int k = 0; k < classes; k++) {
        int value = Math.round(weights[bucket * classes + k] / scale);
        if (value != 0) {
          entryLabels[entries] = (byte) k;
          values[entries++] = (byte) value;
        }
      }
    }
    starts[1 << bits] = entries;
    return SparseModel.of(
        labels,
        bits,
        scale,
        starts,
        Arrays.copyOf(entryLabels, entries),
        Arrays.copyOf(values, entries));
  }
}
