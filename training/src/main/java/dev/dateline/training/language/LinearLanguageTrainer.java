package dev.dateline.training.language;

import dev.dateline.enrich.stage.language.LanguageFeatures;
import dev.dateline.enrich.stage.language.LanguageModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression by AdaGrad (Duchi et al., 2011), cut down to its heaviest weights
 * and then trained on with those. One thread, a fixed seed: the same samples give the same model.
 */
final class LinearLanguageTrainer {

  private static final float LEARNING_RATE = 0.5f;
  private static final float NEGLIGIBLE = 0.002f;

  private final int bits;
  private final int classes;
  private final List<String> languages;
  private final float[] weights;
  private final float[] squares;
  private boolean[] kept = new boolean[0];

  /** A text and the index of its language. */
  record Sample(String text, int language) {}

  LinearLanguageTrainer(List<String> languages, int bits) {
    this.languages = List.copyOf(languages);
    this.bits = bits;
    this.classes = languages.size();
    this.weights = new float[classes << bits];
    this.squares = new float[classes << bits];
  }

  LanguageModel train(List<Sample> samples, int epochs, int keptWeights, long seed) {
    var random = new Random(seed);
    for (int epoch = 0; epoch < epochs; epoch++) {
      epoch(samples, random, LEARNING_RATE);
    }
    prune(keptWeights);
    Arrays.fill(squares, 0.5f);
    epoch(samples, random, LEARNING_RATE / 2);
    epoch(samples, random, LEARNING_RATE / 4);
    return quantize();
  }

  private void epoch(List<Sample> samples, Random random, float rate) {
    int[] order = new int[samples.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    float[] gradient = new float[classes];
    for (int index : order) {
      learn(samples.get(index), gradient, rate);
    }
  }

  private void learn(Sample sample, float[] gradient, float rate) {
    LanguageFeatures features = LanguageFeatures.of(sample.text(), 1000);
    if (features.size() == 0) {
      return;
    }
    float value = 1 / (float) Math.sqrt(features.size());
    Arrays.fill(gradient, 0);
    for (int i = 0; i < features.size(); i++) {
      int row = (features.hash(i) >>> (32 - bits)) * classes;
      for (int k = 0; k < classes; k++) {
        gradient[k] += weights[row + k];
      }
    }
    softmax(gradient, value);
    gradient[sample.language()] -= 1;
    int[] active = new int[classes];
    int count = 0;
    for (int k = 0; k < classes; k++) {
      if (Math.abs(gradient[k]) > NEGLIGIBLE) {
        gradient[k] *= value;
        active[count++] = k;
      }
    }
    if (count == 0) {
      return;
    }
    for (int i = 0; i < features.size(); i++) {
      int row = (features.hash(i) >>> (32 - bits)) * classes;
      for (int a = 0; a < count; a++) {
        int cell = row + active[a];
        if (kept.length > 0 && !kept[cell]) {
          continue;
        }
        float g = gradient[active[a]];
        squares[cell] += g * g;
        weights[cell] -= rate * g / (float) Math.sqrt(squares[cell] + 1e-4f);
      }
    }
  }

  private static void softmax(float[] scores, float factor) {
    float max = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      max = Math.max(max, score * factor);
    }
    float sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) StrictMath.exp(scores[k] * factor - max);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }

  private void prune(int keptWeights) {
    float[] sizes = new float[weights.length];
    int used = 0;
    for (float weight : weights) {
      if (weight != 0) {
        sizes[used++] = Math.abs(weight);
      }
    }
    Arrays.sort(sizes, 0, used);
    float threshold = sizes[Math.max(0, used - keptWeights)];
    kept = new boolean[weights.length];
    for (int i = 0; i < weights.length; i++) {
      kept[i] = Math.abs(weights[i]) >= threshold;
      if (!kept[i]) {
        weights[i] = 0;
      }
    }
  }

  private LanguageModel quantize() {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = largest / 127;
    int[] starts = new int[(1 << bits) + 1];
    byte[] tags = new byte[weights.length];
    byte[] values = new byte[weights.length];
    int entries = 0;
    for (int bucket = 0; bucket < 1 << bits; bucket++) {
      starts[bucket] = entries;
      for (int k = 0; k < classes; k++) {
        int value = Math.round(weights[bucket * classes + k] / scale);
        if (value != 0) {
          tags[entries] = (byte) k;
          values[entries++] = (byte) value;
        }
      }
    }
    starts[1 << bits] = entries;
    return new LanguageModel(
        languages,
        bits,
        scale,
        starts,
        Arrays.copyOf(tags, entries),
        Arrays.copyOf(values, entries));
  }
}
