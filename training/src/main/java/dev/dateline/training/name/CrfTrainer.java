package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Trains a linear-chain conditional random field by stochastic gradients with AdaGrad (Duchi and
 * others, 2011) and dropped features. One thread, one seed and {@link StrictMath}: the same
 * examples give the same head everywhere.
 *
 * <p>Copies are learnt from, but which features there are is told by the examples alone, so that a
 * word of a single sentence stays as unknown to the trainer as it is to the tagger.
 */
final class CrfTrainer {

  private static final int LABELS = NameLabels.COUNT;
  private static final float SMALLEST = 1e-4f;

  private final TrainingOptions options;
  private final FeatureIndex index;
  private final float[] weights;
  private final float[] squares;
  private final float[] transitions = new float[LABELS * LABELS];
  private final float[] transitionSquares = new float[LABELS * LABELS];
  private final float[] potentials = new float[LABELS * LABELS];
  private long random;

  private CrfTrainer(List<NameSequence> examples, TrainingOptions options) {
    this.options = options;
    this.index = new FeatureIndex(examples, options.fewest());
    this.weights = new float[index.keys().length * LABELS];
    this.squares = new float[index.keys().length * LABELS];
    this.random = options.seed();
  }

  /**
   * The head that the examples teach.
   *
   * @param copies further examples for each round, by its number
   */
  static NameHead train(
      List<NameSequence> examples,
      IntFunction<List<NameSequence>> copies,
      TrainingOptions options) {
    CrfTrainer trainer = new CrfTrainer(examples, options);
    trainer.learn(examples, copies);
    return HeadPacker.pack(
        trainer.index.keys(), trainer.weights, trainer.transitions, options.features());
  }

  private void learn(List<NameSequence> examples, IntFunction<List<NameSequence>> copies) {
    List<NameSequence> own = examples.stream().map(this::numbered).toList();
    Random shuffle = new Random(options.seed());
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      List<NameSequence> order = new ArrayList<>(own);
      copies.apply(epoch).stream().map(this::numbered).forEach(order::add);
      Collections.shuffle(order, shuffle);
      float rate = options.rate() * (1 - 0.9f * epoch / options.epochs());
      for (NameSequence sequence : order) {
        step(sequence, rate);
      }
    }
  }

  private NameSequence numbered(NameSequence example) {
    int[][] numbers = new int[example.keys().length][];
    for (int token = 0; token < numbers.length; token++) {
      numbers[token] = index.numbers(example.keys()[token]);
    }
    return new NameSequence(numbers, example.labels());
  }

  private void step(NameSequence sequence, float rate) {
    int length = sequence.labels().length;
    int[][] kept = new int[length][];
    float[] emissions = new float[length * LABELS];
    for (int token = 0; token < length; token++) {
      kept[token] = drop(sequence.keys()[token]);
      emit(kept[token], emissions, token * LABELS);
    }
    exponents();
    float[] marginals = new float[length * LABELS];
    float[] pairs = new float[LABELS * LABELS];
    ForwardBackward.run(emissions, potentials, length, marginals, pairs);
    learnTransitions(sequence.labels(), pairs, rate);
    for (int token = 0; token < length; token++) {
      marginals[token * LABELS + sequence.labels()[token]] -= 1;
      update(kept[token], marginals, token * LABELS, rate);
    }
  }

  private int[] drop(int[] features) {
    int[] kept = new int[features.length];
    int count = 0;
    int limit = (int) (options.dropout() * 65536);
    for (int feature : features) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      if ((random & 0xFFFF) >= limit) {
        kept[count++] = feature;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private void emit(int[] features, float[] emissions, int at) {
    for (int feature : features) {
      int row = feature * LABELS;
      for (int label = 0; label < LABELS; label++) {
        emissions[at + label] += weights[row + label];
      }
    }
    float scale = 1 / (1 - options.dropout());
    for (int label = 0; label < LABELS; label++) {
      emissions[at + label] *= scale;
    }
  }

  private void exponents() {
    for (int previous = 0; previous < LABELS; previous++) {
      for (int label = 0; label < LABELS; label++) {
        int at = previous * LABELS + label;
        potentials[at] =
            NameLabels.mayFollow(previous, label) ? (float) StrictMath.exp(transitions[at]) : 0;
      }
    }
  }

  private void learnTransitions(byte[] labels, float[] pairs, float rate) {
    int previous = NameLabels.OUTSIDE;
    for (byte label : labels) {
      pairs[previous * LABELS + label] -= 1;
      previous = label;
    }
    for (int at = 0; at < pairs.length; at++) {
      float gradient = pairs[at];
      if (gradient != 0) {
        transitionSquares[at] += gradient * gradient;
        transitions[at] -= rate * gradient / (float) StrictMath.sqrt(transitionSquares[at] + 1e-6f);
      }
    }
  }

  private void update(int[] features, float[] gradients, int at, float rate) {
    for (int label = 0; label < LABELS; label++) {
      float gradient = gradients[at + label];
      if (gradient < SMALLEST && gradient > -SMALLEST) {
        continue;
      }
      float square = gradient * gradient;
      for (int feature : features) {
        int cell = feature * LABELS + label;
        squares[cell] += square;
        weights[cell] -= rate * gradient / (float) Math.sqrt(squares[cell] + 1e-6f);
      }
    }
  }
}
