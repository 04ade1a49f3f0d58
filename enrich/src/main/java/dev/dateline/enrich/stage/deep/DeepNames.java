package dev.dateline.enrich.stage.deep;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.LabelReader;
import dev.dateline.enrich.stage.name.NameFeatures;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameSpan;
import java.util.List;

/** Finds names in what the encoder has read of a text. Immutable and thread-safe. */
public final class DeepNames {

  private static final float SHARE = 0.3f;

  private final NamePerceptron head;
  private final NameFlags lists;
  private final LabelReader reader = new LabelReader(LabelReader.Transitions.NONE, SHARE);

  /** Names by a head that was trained with the same lists. */
  public DeepNames(NamePerceptron head, NameFlags lists) {
    this.head = head;
    this.lists = lists;
  }

  /** The names in the part of a text that the encoder has read, in order. */
  public List<NameSpan> recognize(EncodedText text, LanguageGuess language) {
    NameFeatures features = NameFeatures.of(text.tokens(), language, lists);
    return reader.read(
        text.tokens(),
        features,
        language,
        text.covered(),
        (token, scores, at) ->
            head.score(text.words(), token * text.width(), features.flags(token), scores, at));
  }
}
