package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.NameLabels;
import java.util.Arrays;

/** Marginal probabilities of labels and of label pairs in a chain (Rabiner, 1989), scaled. */
final class ForwardBackward {

  private static final int LABELS = NameLabels.COUNT;

  private ForwardBackward() {}

  /**
   * Writes the marginals of a sequence that begins behind {@link NameLabels#OUTSIDE}.
   *
   * @param emissions scores of labels; exponentiated in place
   * @param potentials exponents of the transition scores, 0 where a label cannot follow
   * @param marginals receives for each token the probabilities of its labels
   * @param pairs receives the expected counts of label pairs
   */
  static void run(
      float[] emissions, float[] potentials, int length, float[] marginals, float[] pairs) {
    exponentiate(emissions, length);
    float[] forward = new float[length * LABELS];
    float[] scales = new float[length];
    for (int token = 0; token < length; token++) {
      int at = token * LABELS;
      float sum = 0;
      for (int label = 0; label < LABELS; label++) {
        float in = 0;
        if (token == 0) {
          in = potentials[label];
        } else {
          for (int previous = 0; previous < LABELS; previous++) {
            in += forward[at - LABELS + previous] * potentials[previous * LABELS + label];
          }
        }
        forward[at + label] = in * emissions[at + label];
        sum += forward[at + label];
      }
      scales[token] = sum > 0 ? 1 / sum : 1;
      for (int label = 0; label < LABELS; label++) {
        forward[at + label] *= scales[token];
      }
    }
    backward(emissions, potentials, length, forward, scales, marginals, pairs);
  }

  private static void backward(
      float[] emissions,
      float[] potentials,
      int length,
      float[] forward,
      float[] scales,
      float[] marginals,
      float[] pairs) {
    float[] beta = new float[LABELS];
    float[] next = new float[LABELS];
    Arrays.fill(beta, 1);
    for (int token = length - 1; token >= 0; token--) {
      int at = token * LABELS;
      for (int label = 0; label < LABELS; label++) {
        marginals[at + label] = forward[at + label] * beta[label];
      }
      for (int label = 0; label < LABELS; label++) {
        next[label] = emissions[at + label] * beta[label] * scales[token];
      }
      for (int previous = 0; previous < LABELS; previous++) {
        float sum = 0;
        float before = token == 0 ? (previous == 0 ? 1 : 0) : forward[at - LABELS + previous];
        for (int label = 0; label < LABELS; label++) {
          float edge = potentials[previous * LABELS + label] * next[label];
          sum += edge;
          pairs[previous * LABELS + label] += before * edge;
        }
        beta[previous] = sum;
      }
    }
  }

  private static void exponentiate(float[] emissions, int length) {
    for (int token = 0; token < length; token++) {
      int at = token * LABELS;
      float top = emissions[at];
      for (int label = 1; label < LABELS; label++) {
        top = Math.max(top, emissions[at + label]);
      }
      for (int label = 0; label < LABELS; label++) {
        float difference = emissions[at + label] - top;
        emissions[at + label] = difference < -30 ? 1e-13f : (float) StrictMath.exp(difference);
      }
    }
  }
}
