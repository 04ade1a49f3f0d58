package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.NameFeatures;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepNamesTest {

  private static final LanguageGuess ENGLISH = new LanguageGuess("en", 1);
  private static final Tokens TOKENS = Tokens.of("Radev spoke");
  private static final int LABELS = NameLabels.COUNT;

  /** An encoder's head that says the same of each token, whatever its states are. */
  private static NamePerceptron encoder(EntityType type, float score) {
    float[] out = new float[LABELS];
    out[NameLabels.begin(type)] = score;
    int inputs = 2 + NameFlags.BITS;
    return NamePerceptron.of(
        new float[inputs],
        new float[inputs],
        new float[inputs],
        new float[1],
        new float[LABELS],
        out);
  }

  /** A head that takes the first token for the beginning of a name, and each other for none. */
  private static NameHead words(EntityType type, float score) {
    NameFeatures features = NameFeatures.of(TOKENS, ENGLISH, NameFlags.NONE);
    int[] keys = Arrays.stream(features.keys(0)).sorted().distinct().limit(1).toArray();
    byte[] weights = new byte[LABELS];
    weights[NameLabels.begin(type)] = 1;
    return new NameHead(score, new float[LABELS * LABELS], keys, weights);
  }

  private static List<NameSpan> names(NamePerceptron encoder, NameHead words) {
    return new DeepNames(encoder, words, NameFlags.NONE)
        .recognize(new EncodedText(TOKENS, 2, new float[4], new float[1], 2), ENGLISH);
  }

  @Test
  void wordsDecideWhereTheEncoderSaysLittle() {
    assertThat(names(encoder(EntityType.PLACE, 1), words(EntityType.PERSON, 8)))
        .extracting(name -> name.span().text() + ' ' + name.type())
        .contains("Radev PERSON");
  }

  @Test
  void theEncoderDecidesWhereItIsSure() {
    assertThat(names(encoder(EntityType.PLACE, 8), words(EntityType.PERSON, 8)))
        .extracting(name -> name.span().text() + ' ' + name.type())
        .contains("Radev PLACE");
  }
}
