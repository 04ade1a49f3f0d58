package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeepTopicsTest {

  private static final int SUBJECTS = Subject.values().length;

  /** The first state above the language's mean speaks for sport, the second for health. */
  private static DeepTopics head() {
    float[] weights = new float[SUBJECTS * 2];
    weights[Subject.SPORT.ordinal() * 2] = 4;
    weights[Subject.HEALTH.ordinal() * 2 + 1] = 4;
    return new DeepTopics(
        weights, new float[SUBJECTS], new float[] {0, 0}, Map.of("bg", new float[] {1, 0}));
  }

  private static EncodedText text(int pieces, float... sum) {
    return new EncodedText(Tokens.of(""), 0, new float[0], sum, pieces);
  }

  private static Subject best(double[] shares) {
    Subject best = Subject.ARTS;
    for (Subject subject : Subject.values()) {
      best = shares[subject.ordinal()] > shares[best.ordinal()] ? subject : best;
    }
    return best;
  }

  @Test
  void measuresATextAgainstWhatIsUsualInItsLanguage() {
    List<EncodedText> parts = List.of(text(2, 2, 1), text(2, 2, 1));

    assertThat(best(head().shares(parts, "bg"))).isEqualTo(Subject.HEALTH);
    assertThat(best(head().shares(parts, "xx"))).isEqualTo(Subject.SPORT);
  }

  @Test
  void sharesAddUpToOneAndAreNothingWhereNothingWasRead() {
    assertThat(head().shares(List.of(text(1, 3, 0)), "bg"))
        .satisfies(shares -> assertThat(Arrays.stream(shares).sum()).isBetween(0.999, 1.001));
    assertThat(head().shares(List.of(text(0, 0, 0)), "bg")).containsOnly(0);
  }

  @Test
  void readsWhatItWrites() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head().write(out);

    DeepTopics read = DeepTopics.read(new ByteArrayInputStream(out.toByteArray()));

    List<EncodedText> parts = List.of(text(1, 2, 1));
    assertThat(read.shares(parts, "bg")).isEqualTo(head().shares(parts, "bg"));
  }
}
