package dev.dateline.training.deep;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Chooses what the head for topics counts against the words, language by language: what names most
 * subjects right of texts that neither has seen. A language has few such texts, so that some of the
 * average language count beside its own.
 */
final class TopicWeights {

  /** What the head may count; 0 leaves a language to the words. */
  static final double[] CHOICES = {0, 0.25, 0.5, 0.75, 1};

  /** So many texts of the average language. */
  private static final int PRIOR = 30;

  private final SortedMap<String, int[]> right = new TreeMap<>();
  private final int[] rightInAll = new int[CHOICES.length];
  private int texts;

  /**
   * Counts a text.
   *
   * @param correct whether its subject is named right, for each choice
   */
  void add(String language, boolean[] correct) {
    int[] own = right.computeIfAbsent(language, tag -> new int[CHOICES.length]);
    for (int choice = 0; choice < CHOICES.length; choice++) {
      if (correct[choice]) {
        own[choice]++;
        rightInAll[choice]++;
      }
    }
    texts++;
  }

  /** The best weight of each language for which the head is of use; of equal ones the lowest. */
  SortedMap<String, Double> best() {
    SortedMap<String, Double> weights = new TreeMap<>();
    for (Map.Entry<String, int[]> language : right.entrySet()) {
      int best = 0;
      for (int choice = 1; choice < CHOICES.length; choice++) {
        if (smoothed(language.getValue(), choice) > smoothed(language.getValue(), best)) {
          best = choice;
        }
      }
      if (best > 0) {
        weights.put(language.getKey(), CHOICES[best]);
      }
    }
    return weights;
  }

  private double smoothed(int[] own, int choice) {
    return own[choice] + (double) PRIOR * rightInAll[choice] / texts;
  }
}
