package dev.dateline.training.deep;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.deep.DeepTopics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Trains the head for topics: logistic regression by Adam on the mean states of texts, less those
 * of their languages. Each set has biases of its own, which the head leaves out, so that the
 * balance of a set does not rub off. One thread, one seed: the same states give the same head.
 */
final class DeepTopicTrainer {

  private static final int SUBJECTS = Subject.values().length;
  private static final int EPOCHS = 20;
  private static final int BATCH = 64;
  private static final float RATE = 3e-4f;
  private static final float DECAY = 1e-4f;
  private static final float SMOOTHING = 0.05f;
  private static final long SEED = 7;

  private DeepTopicTrainer() {}

  /**
   * A head.
   *
   * @param usual texts whose subjects are alike in every language, by language: what its mean is
   *     taken from
   */
  static DeepTopics train(
      List<TopicSample> samples, Map<String, List<String>> usual, StateStore states)
      throws IOException {
    Map<String, float[]> means = new TreeMap<>();
    for (Map.Entry<String, List<String>> language : usual.entrySet()) {
      means.put(language.getKey(), mean(language.getValue(), states));
    }
    float[] overall = mean(means.values());
    List<float[]> inputs = new ArrayList<>(samples.size());
    for (TopicSample sample : samples) {
      float[] own = means.getOrDefault(sample.language(), overall);
      float[] state = mean(List.of(sample.text()), states);
      for (int i = 0; i < state.length; i++) {
        state[i] -= own[i];
      }
      inputs.add(state);
    }
    float[] factors = factors(inputs);
    inputs.forEach(input -> multiply(input, factors));
    Parameters weights = new Parameters(SUBJECTS * factors.length);
    Parameters biases = new Parameters(SUBJECTS);
    learn(samples, inputs, weights, biases);
    for (int i = 0; i < weights.values.length; i++) {
      weights.values[i] *= factors[i % factors.length];
    }
    return new DeepTopics(weights.values, biases.values, overall, means);
  }

  private static float[] mean(List<String> texts, StateStore states) throws IOException {
    float[] sum = null;
    int pieces = 0;
    for (String text : texts) {
      StoredText stored = states.get(text);
      sum = sum == null ? new float[stored.sum().length] : sum;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += stored.sum()[i];
      }
      pieces += stored.pieces();
    }
    if (sum == null) {
      throw new IllegalArgumentException("no text to take a mean of");
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, pieces);
    }
    return sum;
  }

  private static float[] mean(Iterable<float[]> states) {
    float[] mean = null;
    int count = 0;
    for (float[] state : states) {
      mean = mean == null ? new float[state.length] : mean;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += state[i];
      }
      count++;
    }
    if (mean == null) {
      throw new IllegalArgumentException("no language to take a mean of");
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= count;
    }
    return mean;
  }

  /** One over the spread of each input. */
  private static float[] factors(List<float[]> inputs) {
    float[] factors = new float[inputs.get(0).length];
    for (int i = 0; i < factors.length; i++) {
      double square = 0;
      for (float[] input : inputs) {
        square += input[i] * input[i];
      }
      factors[i] = (float) (1 / (Math.sqrt(square / inputs.size()) + 1e-3));
    }
    return factors;
  }

  private static void multiply(float[] values, float[] factors) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
  }

  private static void learn(
      List<TopicSample> samples, List<float[]> inputs, Parameters weights, Parameters biases) {
    Parameters own = new Parameters(TopicSet.values().length * SUBJECTS);
    int[] order = new int[samples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Random random = new Random(SEED);
    int batches = (order.length + BATCH - 1) / BATCH;
    int step = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      for (int batch = 0; batch < batches; batch++) {
        for (int at = batch * BATCH; at < Math.min(order.length, (batch + 1) * BATCH); at++) {
          TopicSample sample = samples.get(order[at]);
          gradient(sample, inputs.get(order[at]), weights, biases, own);
        }
        float rate = RATE * (1 - step / (float) (EPOCHS * batches));
        step++;
        weights.update(rate, DECAY, step);
        biases.update(rate, 0, step);
        own.update(rate, DECAY, step);
      }
    }
  }

  private static void gradient(
      TopicSample sample, float[] input, Parameters weights, Parameters biases, Parameters own) {
    double[] odds = new double[SUBJECTS];
    double most = Double.NEGATIVE_INFINITY;
    int ofSet = sample.set().ordinal() * SUBJECTS;
    for (int subject = 0; subject < SUBJECTS; subject++) {
      float sum = biases.values[subject] + own.values[ofSet + subject];
      for (int i = 0; i < input.length; i++) {
        sum += input[i] * weights.values[subject * input.length + i];
      }
      odds[subject] = sum;
      most = Math.max(most, sum);
    }
    double total = 0;
    for (int subject = 0; subject < SUBJECTS; subject++) {
      odds[subject] = StrictMath.exp(odds[subject] - most);
      total += odds[subject];
    }
    for (int subject = 0; subject < SUBJECTS; subject++) {
      boolean right = subject == sample.subject().ordinal();
      float truth = (right ? 1 - SMOOTHING : 0) + SMOOTHING / SUBJECTS;
      float error = ((float) (odds[subject] / total) - truth) * sample.set().weight() / BATCH;
      biases.gradients[subject] += error;
      own.gradients[ofSet + subject] += error;
      for (int i = 0; i < input.length; i++) {
        weights.gradients[subject * input.length + i] += error * input[i];
      }
    }
  }
}
