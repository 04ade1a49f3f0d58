package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NameDecoderTest {

  private static final int LABELS = NameLabels.COUNT;

  private final Random random = new Random(5);
  private final float[] transitions = scores(LABELS * LABELS);
  private final NameHead head = new NameHead(1, transitions, new int[0], new byte[0]);

  @Test
  void labelsAreAlwaysValid() {
    for (int round = 0; round < 200; round++) {
      int length = 1 + random.nextInt(30);
      int[] labels = new int[length];
      new NameDecoder(head::transition).decode(scores(length * LABELS), 0, length, labels);
      int previous = NameLabels.OUTSIDE;
      for (int label : labels) {
        assertThat(NameLabels.mayFollow(previous, label)).isTrue();
        previous = label;
      }
    }
  }

  @Test
  void labelsAreTheBestOfAllSequences() {
    for (int round = 0; round < 50; round++) {
      float[] emissions = scores(3 * LABELS);
      int[] labels = new int[3];
      new NameDecoder(head::transition).decode(emissions, 0, 3, labels);
      float best = Float.NEGATIVE_INFINITY;
      for (int a = 0; a < LABELS; a++) {
        for (int b = 0; b < LABELS; b++) {
          for (int c = 0; c < LABELS; c++) {
            best = Math.max(best, total(emissions, a, b, c));
          }
        }
      }
      assertThat(total(emissions, labels)).isEqualTo(best);
    }
  }

  @Test
  void confidenceIsAProbabilityThatGrowsWithTheMargin() {
    float[] emissions = new float[LABELS];
    int person = 1;
    NameHead flat = new NameHead(1, new float[LABELS * LABELS], new int[0], new byte[0]);
    double before =
        new NameDecoder(flat::transition).confidence(emissions, 0, new int[] {person}, 0, 1);
    emissions[person] = 3;
    double after =
        new NameDecoder(flat::transition).confidence(emissions, 0, new int[] {person}, 0, 1);
    assertThat(before).isBetween(0.0, 0.5);
    assertThat(after).isBetween(0.5, 1.0);
  }

  private float total(float[] emissions, int... labels) {
    float sum = 0;
    int previous = NameLabels.OUTSIDE;
    for (int token = 0; token < labels.length; token++) {
      if (!NameLabels.mayFollow(previous, labels[token])) {
        return Float.NEGATIVE_INFINITY;
      }
      sum += head.transition(previous, labels[token]);
      sum += emissions[token * LABELS + labels[token]];
      previous = labels[token];
    }
    return sum;
  }

  /** Quarters, so that sums are exact in any order. */
  private float[] scores(int count) {
    float[] scores = new float[count];
    for (int i = 0; i < count; i++) {
      scores[i] = (random.nextInt(81) - 40) / 4f;
    }
    return scores;
  }
}
