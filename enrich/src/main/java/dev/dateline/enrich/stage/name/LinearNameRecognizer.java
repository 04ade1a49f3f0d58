package dev.dateline.enrich.stage.name;

import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.text.Tokens;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * A linear tagger: sums the weights of each token's features and takes the best sequence of labels
 * (a linear-chain conditional random field, Lafferty and others, 2001). What it finds goes through
 * {@link NameRules}.
 */
public final class LinearNameRecognizer implements NameRecognizer {

  private static final String RESOURCE = "/dev/dateline/enrich/name/names.head";

  private static final float SHARE = 0.7f;

  /**
   * What a word without case loses as no name. Where so much is unknown the probability from which
   * a name raises F1 is half the best F1 (Lipton and others, 2014), a third here, not a half.
   */
  private static final float CASELESS_SHIFT = 0.7f;

  /** The same where few sentences were learnt from, and the best F1 is one half at most. */
  private static final float SCARCE_SHIFT = 1f;

  /** The languages without case of which three hundred sentences and more were written. */
  private static final Set<String> TAUGHT =
      Set.of("ar", "fa", "he", "hi", "ja", "ko", "th", "zh", "zh-Hant");

  /** The same for a word in capitals of a language without gold, whose best F1 is 0.85 at most. */
  private static final float CAPITAL_SHIFT = 0.3f;

  /** The languages of the gold that the head learns from: there it is calibrated. */
  private static final Set<String> GOLD = Set.of("bg", "cs", "hr", "pl", "ru", "sk", "sl", "uk");

  private final NameHead head;
  private final NameFlags lists;
  private final LabelReader reader;

  /** A tagger with a head that was trained with the same lists. */
  public LinearNameRecognizer(NameHead head, NameFlags lists) {
    this.head = head;
    this.lists = lists;
    this.reader = new LabelReader(head::transition, SHARE);
  }

  /** The head that ships with Dateline. */
  public static NameHead shippedHead() {
    try (InputStream resource = LinearNameRecognizer.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return NameHead.read(new BufferedInputStream(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<NameSpan> recognize(String text, LanguageGuess language) {
    return recognize(Tokens.of(text), language);
  }

  /** The names among tokens that are there already. */
  public List<NameSpan> recognize(Tokens tokens, LanguageGuess language) {
    NameFeatures features = NameFeatures.of(tokens, language, lists);
    LinearEmissions words = new LinearEmissions(head, features);
    float caselessShift = TAUGHT.contains(language.tag()) ? CASELESS_SHIFT : SCARCE_SHIFT;
    float capitalShift = GOLD.contains(language.tag()) ? 0 : CAPITAL_SHIFT;
    return reader.read(
        tokens,
        features,
        language,
        tokens.size(),
        (token, scores, at) -> {
          words.score(token, scores, at);
          if (features.isCaseless(token)) {
            scores[at + NameLabels.OUTSIDE] -= caselessShift;
          } else if (features.isShared(token)) {
            scores[at + NameLabels.OUTSIDE] -= capitalShift;
          }
        });
  }
}
