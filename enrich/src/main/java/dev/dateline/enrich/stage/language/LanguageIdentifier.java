package dev.dateline.enrich.stage.language;

import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.linear.SparseModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the language of a text: a BCP 47 tag, ISO 639-1 where there is one, with the script where a
 * language is written in two ({@code sr} and {@code sr-Latn}, {@code zh} and {@code zh-Hant}).
 * Immutable and thread-safe; looks at the first thousand letters at most.
 */
public final class LanguageIdentifier {

  private static final String RESOURCE = "/dev/dateline/enrich/language/languages.bin";

  /** So many letters are read at first, and more only where those do not decide. */
  private static final int[] LETTERS = {100, 300, 1000};

  /** Lead of the first language, in nats, at which no more is read. */
  private static final double[] DECIDED = {7, 5, 0};

  private static final int[] ONE_ROW = {0};

  private static final int MOST_LETTERS = LETTERS[LETTERS.length - 1];

  /** What a publisher's declaration weighs, in nats: it decides between close languages only. */
  private static final double DECLARED = 1.5;

  /**
   * The languages that most news is written in, in nats: a short text is more likely in one of
   * them, and less likely in Nigerian Pidgin than in English or in Bosnian than in Croatian or
   * Serbian.
   */
  private static final Map<String, Double> COMMON =
      Map.ofEntries(
          Map.entry("en", 1.5),
          Map.entry("es", 0.8),
          Map.entry("fr", 0.8),
          Map.entry("de", 0.8),
          Map.entry("ru", 0.8),
          Map.entry("pt", 0.8),
          Map.entry("it", 0.5),
          Map.entry("zh", 0.5),
          Map.entry("id", 0.3),
          Map.entry("nl", 0.3),
          Map.entry("pcm", -3.0),
          Map.entry("bs", -0.7));

  private final SparseModel model;
  private final double[] prior;

  /** An identifier on a model. */
  public LanguageIdentifier(SparseModel model) {
    this.model = model;
    this.prior =
        model.labels().stream().mapToDouble(tag -> COMMON.getOrDefault(tag, 0.0)).toArray();
  }

  /**
   * The identifier on the model that comes with this module.
   *
   * @throws UncheckedIOException where the model cannot be read
   */
  public static LanguageIdentifier load() {
    try (InputStream stream = LanguageIdentifier.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IOException("No resource " + RESOURCE);
      }
      return new LanguageIdentifier(SparseModel.read(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The languages that it tells apart, BCP 47. */
  public List<String> languages() {
    return model.labels();
  }

  /** The language of a document; the publisher's declaration decides where the text hardly does. */
  public LanguageGuess identify(Document document) {
    String title = document.title();
    if (title.isBlank()) {
      return identify(document.text(), document.language());
    }
    int window = Math.min(document.text().length(), MOST_LETTERS * 6);
    return identify(title + "\n" + document.text().substring(0, window), document.language());
  }

  /** The language of a text; {@link LanguageGuess#UNDETERMINED} where it has no words. */
  public LanguageGuess identify(String text) {
    return identify(text, null);
  }

  private LanguageGuess identify(String text, @Nullable String declared) {
    int expected = indexOf(declared);
    double[] scores = new double[0];
    boolean decided = false;
    int[] sums = new int[prior.length];
    LanguageFeatures before = null;
    for (int step = 0; step < LETTERS.length && !decided; step++) {
      LanguageFeatures features = LanguageFeatures.of(text, LETTERS[step]);
      add(features, before, sums);
      before = features;
      scores = scores(features.size(), sums, expected);
      decided = features.letters() < LETTERS[step] || lead(scores) >= DECIDED[step];
    }
    return guess(scores);
  }

  /** Makes the sums of the features from those of fewer letters, which begin alike. */
  private void add(LanguageFeatures features, @Nullable LanguageFeatures before, int[] sums) {
    if (before == null) {
      model.add(features.hashes(), features.size(), ONE_ROW, 1, sums);
      return;
    }
    int same = features.sharedWith(before);
    model.add(before.hashes(), same, before.size(), -1, sums);
    model.add(features.hashes(), same, features.size(), 1, sums);
  }

  private double[] scores(int size, int[] sums, int expected) {
    double factor = model.scale() / Math.sqrt(Math.max(1, size));
    boolean known = false;
    double[] scores = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      known |= sums[i] != 0;
      scores[i] = sums[i] * factor + prior[i] + (i == expected ? DECLARED : 0);
    }
    return known ? scores : new double[0];
  }

  private int indexOf(@Nullable String declared) {
    if (declared == null) {
      return -1;
    }
    String tag = declared.replace('_', '-').toLowerCase(Locale.ROOT);
    int index = -1;
    for (int i = 0; i < model.labels().size(); i++) {
      String candidate = model.labels().get(i).toLowerCase(Locale.ROOT);
      if (tag.equals(candidate)) {
        return i;
      }
      if (tag.startsWith(candidate + "-") || (tag.equals("no") && candidate.equals("nb"))) {
        index = i;
      }
    }
    return index;
  }

  private LanguageGuess guess(double[] scores) {
    int best = best(scores);
    if (best < 0) {
      return LanguageGuess.UNDETERMINED;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[best]);
    }
    return new LanguageGuess(model.labels().get(best), 1 / sum);
  }

  private static int best(double[] scores) {
    int best = -1;
    for (int i = 0; i < scores.length; i++) {
      if (best < 0 || scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double lead(double[] scores) {
    int best = best(scores);
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      if (i != best) {
        second = Math.max(second, scores[i]);
      }
    }
    return best < 0 ? 0 : scores[best] - second;
  }
}
