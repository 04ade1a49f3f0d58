package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameLabels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NamePerceptronTest {

  private static final int STATES = 2;
  private static final int INPUTS = STATES + NameFlags.BITS;

  /** Label 1 by the first state over its mean, label 3 by the third bit of the lists. */
  private static NamePerceptron head() {
    float[] means = new float[INPUTS];
    float[] factors = new float[INPUTS];
    Arrays.fill(factors, 1);
    means[0] = 5;
    factors[0] = 2;
    float[] weights = new float[INPUTS * 2];
    weights[0] = 1;
    weights[(STATES + 2) * 2 + 1] = 3;
    float[] out = new float[2 * NameLabels.COUNT];
    out[1] = 1;
    out[NameLabels.COUNT + 3] = 1;
    return NamePerceptron.of(
        means, factors, weights, new float[2], out, new float[NameLabels.COUNT]);
  }

  private static float[] scores(NamePerceptron head, float first, int flags) {
    float[] scores = new float[NameLabels.COUNT + 1];
    head.score(new float[] {9, first, 9}, 1, flags, scores, 1);
    return scores;
  }

  @Test
  void addsUpStatesAndFlags() {
    float[] scores = scores(head(), 7, 0b100);

    assertThat(scores[1 + 1]).isCloseTo(4, Offset.offset(0.05f));
    assertThat(scores[1 + 3]).isCloseTo(3, Offset.offset(0.05f));
    assertThat(scores[1]).isZero();
  }

  @Test
  void whatIsBelowZeroSaysNothing() {
    assertThat(scores(head(), 1, 0b011)).containsOnly(0);
  }

  @Test
  void readsWhatItWrites() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head().write(out);

    NamePerceptron read = NamePerceptron.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(scores(read, 8, 0b100)).isEqualTo(scores(head(), 8, 0b100));
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> NamePerceptron.read(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a head");
  }
}
