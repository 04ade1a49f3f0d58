package dev.dateline.enrich.stage.deep;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.LabelReader;
import dev.dateline.enrich.stage.name.LinearEmissions;
import dev.dateline.enrich.stage.name.NameFeatures;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import dev.dateline.enrich.stage.name.NameSpan;
import java.util.List;

/**
 * Finds names in what the encoder has read of a text, by the encoder and the words together: they
 * err in different ways. Immutable and thread-safe.
 */
public final class DeepNames {

  private static final float SHARE = 0.3f;

  /** What the scores of the words count beside those of the encoder. */
  private static final float WORDS = 0.5f;

  private final NamePerceptron head;
  private final NameHead words;
  private final NameFlags lists;
  private final LabelReader reader;

  /**
   * Names by two heads.
   *
   * @param head over the states of the encoder
   * @param words over features of words
   * @param lists that both were trained with
   */
  public DeepNames(NamePerceptron head, NameHead words, NameFlags lists) {
    this.head = head;
    this.words = words;
    this.lists = lists;
    this.reader =
        new LabelReader((previous, label) -> WORDS * words.transition(previous, label), SHARE);
  }

  /** The names in the part of a text that the encoder has read, in order. */
  public List<NameSpan> recognize(EncodedText text, LanguageGuess language) {
    NameFeatures features = NameFeatures.of(text.tokens(), language, lists);
    LinearEmissions byWords = new LinearEmissions(words, features);
    float[] own = new float[NameLabels.COUNT];
    return reader.read(
        text.tokens(),
        features,
        language,
        text.covered(),
        (token, scores, at) -> {
          head.score(text.words(), token * text.width(), features.flags(token), scores, at);
          byWords.score(token, own, 0);
          for (int label = 0; label < own.length; label++) {
            scores[at + label] += WORDS * own[label];
          }
        });
  }
}
