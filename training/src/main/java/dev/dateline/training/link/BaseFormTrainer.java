package dev.dateline.training.link;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.link.BaseFormModel;
import dev.dateline.enrich.stage.link.BaseFormOptions;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Learns to choose base forms: a conditional log-linear model over the options of a word, trained
 * by stochastic gradient descent with a fixed seed.
 */
public final class BaseFormTrainer {

  private static final int EPOCHS = 12;
  private static final double RATE = 0.15;
  private static final double DECAY = 1e-4;
  private static final long SEED = 20260101;

  private final Knowledge knowledge;
  private final Map<String, BaseFormOptions> options = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  private record Sample(int[][] features, int right, double weight) {}

  /** A trainer whose options know these names. */
  public BaseFormTrainer(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Adds an example; one whose base form has another number of words teaches nothing.
   *
   * @param documentWords words of names of the document, in lower case
   * @param weight how much it counts
   */
  public void add(
      String language,
      String form,
      String base,
      EntityType type,
      Set<String> documentWords,
      double weight) {
    Tokens words = Tokens.words(form);
    Tokens bases = Tokens.words(base);
    if (words.size() != bases.size()) {
      return;
    }
    BaseFormOptions choices =
        options.computeIfAbsent(language, tag -> new BaseFormOptions(knowledge, tag));
    for (int i = 0; i < words.size(); i++) {
      if (words.isWord(i)) {
        add(choices.of(words, i, type, documentWords), bases.word(i), weight);
      }
    }
  }

  private void add(List<BaseFormOptions.Option> choices, String base, double weight) {
    int[][] features = new int[choices.size()][];
    int right = -1;
    for (int i = 0; i < features.length; i++) {
      features[i] = choices.get(i).features();
      if (choices.get(i).word().equalsIgnoreCase(base)) {
        right = i;
      }
    }
    if (right >= 0 && features.length > 1) {
      samples.add(new Sample(features, right, weight));
    }
  }

  /** Trains on what was added. */
  public BaseFormModel train() {
    return BaseFormModel.of(trainWeights());
  }

  /** The weights of the trained model, as {@link BaseFormModel#of} takes them. */
  public byte[] trainWeights() {
    float[] weights = new float[BaseFormOptions.FEATURES];
    List<Sample> shuffled = new ArrayList<>(samples);
    Random random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(shuffled, random);
      double rate = RATE * (1 - (double) epoch / EPOCHS);
      for (Sample sample : shuffled) {
        learn(sample, weights, rate * sample.weight());
      }
    }
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] =
          (byte) Math.max(-127, Math.min(127, Math.round(weights[i] * BaseFormModel.UNIT)));
    }
    return rounded;
  }

  private static void learn(Sample sample, float[] weights, double rate) {
    double[] share = new double[sample.features().length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < share.length; i++) {
      for (int feature : sample.features()[i]) {
        share[i] += weights[feature];
      }
      most = Math.max(most, share[i]);
    }
    double total = 0;
    for (int i = 0; i < share.length; i++) {
      share[i] = StrictMath.exp(share[i] - most);
      total += share[i];
    }
    for (int i = 0; i < share.length; i++) {
      double error = (i == sample.right() ? 1 : 0) - share[i] / total;
      for (int feature : sample.features()[i]) {
        weights[feature] += (float) (rate * (error - DECAY * weights[feature]));
      }
    }
  }
}
