package dev.dateline.training.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicWeightsTest {

  /** The choices from one on name the subject right, the lower ones do not. */
  private static boolean[] rightFrom(int choice) {
    boolean[] right = new boolean[TopicWeights.CHOICES.length];
    for (int i = choice; i < right.length; i++) {
      right[i] = true;
    }
    return right;
  }

  private static boolean[] rightAt(int choice) {
    boolean[] right = new boolean[TopicWeights.CHOICES.length];
    right[choice] = true;
    return right;
  }

  private static void add(TopicWeights weights, String language, boolean[] right, int times) {
    for (int i = 0; i < times; i++) {
      weights.add(language, right);
    }
  }

  @Test
  void theWeightIsTheLowestThatNamesMostRight() {
    TopicWeights weights = new TopicWeights();
    add(weights, "bg", rightFrom(2), 100);

    assertThat(weights.best()).containsExactly(Map.entry("bg", 0.5));
  }

  @Test
  void aLanguageWithFewTextsFollowsTheOthersAndOneWithManyItself() {
    TopicWeights weights = new TopicWeights();
    add(weights, "bg", rightAt(3), 1000);
    add(weights, "th", rightAt(1), 2);
    add(weights, "sw", rightAt(1), 300);

    assertThat(weights.best()).containsEntry("th", 0.75).containsEntry("sw", 0.25);
  }

  @Test
  void aLanguageForWhichTheWordsAreBestHasNoWeight() {
    TopicWeights weights = new TopicWeights();
    add(weights, "bg", rightFrom(2), 100);
    add(weights, "yo", rightAt(0), 200);

    assertThat(weights.best()).containsOnlyKeys("bg");
  }
}
