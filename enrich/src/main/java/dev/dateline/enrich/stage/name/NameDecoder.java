package dev.dateline.enrich.stage.name;

/** Finds the best labels of a stretch of tokens (Viterbi, 1967); only valid BIO sequences win. */
final class NameDecoder {

  private static final int LABELS = NameLabels.COUNT;
  private static final float NEVER = Float.NEGATIVE_INFINITY;

  private final LabelReader.Transitions transitions;
  private final float[] into = new float[LABELS * LABELS];
  private final float[] best = new float[LABELS];
  private final float[] next = new float[LABELS];

  NameDecoder(LabelReader.Transitions transitions) {
    this.transitions = transitions;
    for (int label = 0; label < LABELS; label++) {
      for (int previous = 0; previous < LABELS; previous++) {
        into[label * LABELS + previous] = transitions.score(previous, label);
      }
    }
  }

  /**
   * Writes the best labels.
   *
   * @param emissions for each token the scores of its labels, from {@code at} on
   * @param length number of tokens
   * @param labels receives a label a token
   */
  void decode(float[] emissions, int at, int length, int[] labels) {
    byte[] back = new byte[length * LABELS];
    for (int token = 0; token < length; token++) {
      for (int label = 0; label < LABELS; label++) {
        // Inside follows only its own begin and itself.
        int first = NameLabels.isInside(label) ? label - 1 : 0;
        int last = NameLabels.isInside(label) ? label : LABELS - 1;
        if (token == 0) {
          last = 0;
        }
        float score = NEVER;
        int from = 0;
        for (int previous = first; previous <= last; previous++) {
          float candidate = (token == 0 ? 0 : best[previous]) + into[label * LABELS + previous];
          if (candidate > score) {
            score = candidate;
            from = previous;
          }
        }
        next[label] = score + emissions[at + token * LABELS + label];
        back[token * LABELS + label] = (byte) from;
      }
      System.arraycopy(next, 0, best, 0, LABELS);
    }
    int label = 0;
    for (int candidate = 1; candidate < LABELS; candidate++) {
      label = best[candidate] > best[label] ? candidate : label;
    }
    for (int token = length - 1; token >= 0; token--) {
      labels[token] = label;
      label = back[token * LABELS + label];
    }
  }

  /** Probability of a token's label, given the labels beside it (pseudo-likelihood). */
  double confidence(float[] emissions, int at, int[] labels, int token, int length) {
    int before = token > 0 ? labels[token - 1] : NameLabels.OUTSIDE;
    double top = score(emissions, at, labels, token, length, before, labels[token]);
    double sum = 0;
    for (int label = 0; label < LABELS; label++) {
      if (NameLabels.mayFollow(before, label)) {
        double difference = score(emissions, at, labels, token, length, before, label) - top;
        sum += difference < -20 ? 0 : Math.exp(Math.min(difference, 20));
      }
    }
    return 1 / sum;
  }

  private double score(
      float[] emissions, int at, int[] labels, int token, int length, int before, int label) {
    double score = emissions[at + token * LABELS + label] + transitions.score(before, label);
    if (token + 1 < length) {
      int after = labels[token + 1];
      // An inside that loses its begin goes with it: compare as if it began anew.
      int follower = NameLabels.mayFollow(label, after) ? after : after - 1;
      score += transitions.score(label, follower);
    }
    return score;
  }
}
