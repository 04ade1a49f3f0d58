package dev.dateline.enrich.stage.topic;

import dev.dateline.enrich.stage.linear.SparseModel;

/** Adds up what the words of a stretch of text say for each subject. */
final class SubjectSums {

  private final SparseModel model;
  private final int[] sums;
  private int features;

  SubjectSums(SparseModel model) {
    this.model = model;
    this.sums = new int[model.labels().size()];
  }

  /** Adds some words, each so many times. */
  void add(WordSums words, int from, int to, int times) {
    words.addTo(sums, from, to, times);
    features += times * (words.words().firstFeature(to) - words.words().firstFeature(from));
  }

  void add(SubjectSums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
    features += other.features;
  }

  /** Whether any of the words is known to the model. */
  boolean isKnown() {
    for (int sum : sums) {
      if (sum != 0) {
        return true;
      }
    }
    return false;
  }

  /** The share of each subject; their sum is 1. */
  double[] shares() {
    double factor = model.scale() / Math.sqrt(Math.max(1, features));
    double[] shares = new double[sums.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int sum : sums) {
      largest = Math.max(largest, sum * factor);
    }
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      shares[i] = Math.exp(sums[i] * factor - largest);
      total += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= total;
    }
    return shares;
  }
}
