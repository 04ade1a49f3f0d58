package dev.dateline.training.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.deep.DeepNames;
import dev.dateline.enrich.stage.deep.EncodedText;
import dev.dateline.enrich.stage.deep.NamePerceptron;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptronTrainerTest {

  private static final NameHead NO_WORDS =
      new NameHead(1, new float[NameLabels.COUNT * NameLabels.COUNT], new int[0], new byte[0]);

  private static final int WIDTH = 8;

  /** The sign of the first state tells persons, that of the second places. */
  private static NameSamples samples(int count) {
    Random random = new Random(3);
    short[] states = new short[count * WIDTH];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < WIDTH; j++) {
        float value = (float) random.nextGaussian();
        states[i * WIDTH + j] = StoredText.shortened(value);
        if (j == 0 && value > 1) {
          labels[i] = (byte) NameLabels.begin(EntityType.PERSON);
        } else if (j == 1 && value > 1 && labels[i] == 0) {
          labels[i] = (byte) NameLabels.begin(EntityType.PLACE);
        }
      }
    }
    return new NameSamples(states, new int[count], labels);
  }

  private static byte[] bytes(NamePerceptron head) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head.write(out);
    return out.toByteArray();
  }

  @Test
  void learnsWhatTheSamplesShow() {
    NamePerceptron head = PerceptronTrainer.train(List.of(samples(4_000)), 20);

    float[] words = new float[3 * WIDTH];
    words[0] = 2.5f;
    words[2 * WIDTH + 1] = 2.5f;
    Tokens tokens = Tokens.of("Radev visits Sofia");
    List<NameSpan> names =
        new DeepNames(head, NO_WORDS, NameFlags.NONE)
            .recognize(
                new EncodedText(tokens, 3, words, new float[WIDTH / 2], 3),
                new LanguageGuess("en", 1));

    assertThat(names)
        .extracting(name -> name.span().text() + " " + name.type())
        .containsExactly("Radev PERSON", "Sofia PLACE");
  }

  @Test
  void theSameSamplesGiveTheSameHead() throws IOException {
    List<NameSamples> samples = List.of(samples(700), samples(100));

    assertThat(bytes(PerceptronTrainer.train(samples, 2)))
        .isEqualTo(bytes(PerceptronTrainer.train(samples, 2)));
  }
}
