package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordScoresTest {

  private static final int LABELS = NameLabels.COUNT;
  private static final NameFlags NO_LISTS = (tokens, language) -> new int[tokens.size()];
  private static final Tokens TEXT =
      Tokens.of("Anna Novak met ANNA NOVAK in Novi Sad. Novak paid 40, Anna paid 7.");

  @Test
  void aRememberedWordWeighsWhatItsFeaturesDo() {
    NameFeatures german = NameFeatures.of(TEXT, new LanguageGuess("de", 1), NO_LISTS);
    NameFeatures polish = NameFeatures.of(TEXT, new LanguageGuess("pl", 1), NO_LISTS);
    NameHead head = headOver(german, polish);

    for (int round = 0; round < 2; round++) {
      for (int token = 0; token < TEXT.size(); token++) {
        assertSums(head, german, token);
        assertSums(head, polish, token);
      }
    }
  }

  private static void assertSums(NameHead head, NameFeatures features, int token) {
    int[] expected = new int[LABELS];
    int[] keys = features.keys(token);
    head.sum(keys, keys.length, expected);
    int[] sums = new int[LABELS];
    head.sum(features, token, sums);

    assertThat(sums).isEqualTo(expected);
  }

  /** A head that has learnt every feature of the text. */
  private static NameHead headOver(NameFeatures one, NameFeatures other) {
    int[] keys =
        IntStream.range(0, TEXT.size())
            .flatMap(
                token ->
                    IntStream.concat(
                        IntStream.of(one.keys(token)), IntStream.of(other.keys(token))))
            .distinct()
            .sorted()
            .toArray();
    byte[] weights = new byte[keys.length * LABELS];
    new Random(5).nextBytes(weights);
    return new NameHead(1, new float[LABELS * LABELS], keys, weights);
  }
}
