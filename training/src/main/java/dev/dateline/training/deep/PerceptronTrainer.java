package dev.dateline.training.deep;

import dev.dateline.enrich.stage.deep.NamePerceptron;
import dev.dateline.enrich.stage.name.NameFlags;
import dev.dateline.enrich.stage.name.NameLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains a perceptron of one hidden layer (rectified, with dropout) by Adam (Kingma and Ba, 2015)
 * on cross-entropy. One seed, {@link StrictMath}, and threads that share no sum: the same samples
 * give the same head.
 */
final class PerceptronTrainer {

  private static final int LABELS = NameLabels.COUNT;
  private static final int HIDDEN = 128;
  private static final int BATCH = 256;
  private static final float DROPOUT = 0.3f;
  private static final float RATE = 1e-3f;
  private static final float DECAY = 1e-3f;
  private static final long SEED = 17;

  /** Rows that are added at once; inputs and batches are multiples of it. */
  private static final int BLOCK = 4;

  /** Inputs, and rows, whose numbers stay in the nearest cache while they are added. */
  private static final int TILE = 64;

  /** Rows that a thread takes at once. */
  private static final int ROWS = 32;

  private final List<NameSamples> samples;
  private final int width;
  private final int inputs;
  private final Random random = new Random(SEED);
  private final float[] means;
  private final float[] factors;
  private final Parameters weights;
  private final Parameters biases = new Parameters(HIDDEN);
  private final Parameters outWeights = new Parameters(HIDDEN * LABELS);
  private final Parameters outBiases = new Parameters(LABELS);

  private PerceptronTrainer(List<NameSamples> samples) {
    this.samples = samples;
    NameSamples filled = samples.stream().filter(some -> some.size() > 0).findFirst().orElseThrow();
    this.width = filled.states().length / filled.size();
    this.inputs = width + NameFlags.BITS;
    this.means = new float[inputs];
    this.factors = new float[inputs];
    this.weights = new Parameters(inputs * HIDDEN);
    weights.draw(random, Math.sqrt(2.0 / inputs));
    outWeights.draw(random, Math.sqrt(2.0 / HIDDEN));
  }

  /**
   * The head that samples teach.
   *
   * @param epochs rounds over the samples
   */
  static NamePerceptron train(List<NameSamples> samples, int epochs) {
    PerceptronTrainer trainer = new PerceptronTrainer(samples);
    trainer.standardize();
    trainer.learn(epochs);
    return NamePerceptron.of(
        trainer.means,
        trainer.factors,
        trainer.weights.values,
        trainer.biases.values,
        trainer.outWeights.values,
        trainer.outBiases.values);
  }

  private void standardize() {
    double[] sums = new double[inputs];
    double[] squares = new double[inputs];
    float[] row = new float[inputs];
    Arrays.fill(factors, 1);
    int count = 0;
    for (NameSamples some : samples) {
      for (int i = 0; i < some.size(); i++) {
        fill(some, i, row, 0);
        for (int input = 0; input < inputs; input++) {
          sums[input] += row[input];
          squares[input] += row[input] * row[input];
        }
      }
      count += some.size();
    }
    for (int input = 0; input < inputs; input++) {
      double mean = sums[input] / count;
      means[input] = (float) mean;
      double variance = Math.max(0, squares[input] / count - mean * mean);
      factors[input] = (float) (1 / (Math.sqrt(variance) + 0.05));
    }
  }

  private void fill(NameSamples some, int index, float[] rows, int at) {
    short[] states = some.states();
    int from = index * width;
    for (int i = 0; i < width; i++) {
      rows[at + i] = (Float.intBitsToFloat(states[from + i] << 16) - means[i]) * factors[i];
    }
    int flags = some.flags()[index];
    for (int i = width; i < inputs; i++) {
      rows[at + i] = ((flags >>> (i - width) & 1) - means[i]) * factors[i];
    }
  }

  private void learn(int epochs) {
    long[] order = order();
    int batches = (order.length + BATCH - 1) / BATCH;
    int step = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order);
      for (int batch = 0; batch < batches; batch++) {
        float rate = RATE * (1 - step / (float) (epochs * batches));
        learn(order, batch * BATCH, Math.min(order.length, (batch + 1) * BATCH));
        step++;
        for (Parameters parameters : List.of(weights, biases, outWeights, outBiases)) {
          parameters.update(rate, parameters == weights ? DECAY : 0, step);
        }
      }
    }
  }

  /** Text in the upper half, token in the lower. */
  private long[] order() {
    long[] order = new long[samples.stream().mapToInt(NameSamples::size).sum()];
    int size = 0;
    for (int text = 0; text < samples.size(); text++) {
      for (int i = 0; i < samples.get(text).size(); i++) {
        order[size++] = (long) text << 32 | i;
      }
    }
    return order;
  }

  private void shuffle(long[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(long[] order, int from, int to) {
    int rows = to - from;
    float[] x = new float[BATCH * inputs];
    byte[] labels = new byte[rows];
    float[] units = new float[rows * HIDDEN];
    each(
        rows,
        ROWS,
        (first, last) -> {
          for (int row = first; row < last; row++) {
            NameSamples some = samples.get((int) (order[from + row] >>> 32));
            int index = (int) order[from + row];
            fill(some, index, x, row * inputs);
            labels[row] = some.labels()[index];
          }
          forward(x, units, first, last);
        });
    boolean[] kept = drop(units, rows);
    float[] errors = errors(units, labels);
    float[] back = backward(units, kept, errors, rows);
    each(inputs, TILE, (first, last) -> gradients(x, back, first, last));
  }

  /** What is to be done for the numbers from one to another, the second excluded. */
  @FunctionalInterface
  private interface Share {
    void work(int first, int last);
  }

  /** Does shares of some numbers from 0 on, on as many threads as there are. */
  private static void each(int count, int size, Share share) {
    IntStream.range(0, (count + size - 1) / size)
        .parallel()
        .forEach(part -> share.work(part * size, Math.min(count, (part + 1) * size)));
  }

  /** Sums over inputs four at a time into an array of its own, which the compiler vectorizes. */
  private void forward(float[] x, float[] units, int first, int last) {
    float[] sums = new float[HIDDEN];
    for (int row = first; row < last; row++) {
      System.arraycopy(biases.values, 0, units, row * HIDDEN, HIDDEN);
    }
    for (int tile = 0; tile < inputs; tile += TILE) {
      int end = Math.min(inputs, tile + TILE);
      for (int row = first; row < last; row++) {
        System.arraycopy(units, row * HIDDEN, sums, 0, HIDDEN);
        for (int input = tile; input < end; input += BLOCK) {
          add(sums, weights.values, input * HIDDEN, HIDDEN, x, row * inputs + input, 1);
        }
        System.arraycopy(sums, 0, units, row * HIDDEN, HIDDEN);
      }
    }
  }

  /** Adds four rows, {@code step} apart, each times one of four factors, {@code stride} apart. */
  private static void add(
      float[] sums, float[] rows, int from, int step, float[] factors, int at, int stride) {
    float first = factors[at];
    float second = factors[at + stride];
    float third = factors[at + 2 * stride];
    float fourth = factors[at + 3 * stride];
    int b = from + step;
    int c = b + step;
    int d = c + step;
    for (int unit = 0; unit < HIDDEN; unit++) {
      sums[unit] +=
          first * rows[from + unit]
              + second * rows[b + unit]
              + third * rows[c + unit]
              + fourth * rows[d + unit];
    }
  }

  /** Rectifies, drops units and lets the rest stand for them. */
  private boolean[] drop(float[] units, int rows) {
    boolean[] kept = new boolean[rows * HIDDEN];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = units[i] > 0 && random.nextFloat() >= DROPOUT;
      units[i] = kept[i] ? units[i] / (1 - DROPOUT) : 0;
    }
    return kept;
  }

  /** Probability less truth, a row a sample. */
  private float[] errors(float[] units, byte[] labels) {
    float[] errors = new float[labels.length * LABELS];
    double[] odds = new double[LABELS];
    for (int row = 0; row < labels.length; row++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int label = 0; label < LABELS; label++) {
        float sum = outBiases.values[label];
        for (int unit = 0; unit < HIDDEN; unit++) {
          sum += units[row * HIDDEN + unit] * outWeights.values[unit * LABELS + label];
        }
        odds[label] = sum;
        most = Math.max(most, sum);
      }
      double total = 0;
      for (int label = 0; label < LABELS; label++) {
        odds[label] = StrictMath.exp(odds[label] - most);
        total += odds[label];
      }
      for (int label = 0; label < LABELS; label++) {
        float truth = label == labels[row] ? 1 : 0;
        errors[row * LABELS + label] = ((float) (odds[label] / total) - truth) / labels.length;
      }
    }
    return errors;
  }

  private float[] backward(float[] units, boolean[] kept, float[] errors, int rows) {
    float[] back = new float[BATCH * HIDDEN];
    for (int row = 0; row < rows; row++) {
      for (int label = 0; label < LABELS; label++) {
        outBiases.gradients[label] += errors[row * LABELS + label];
      }
      for (int unit = 0; unit < HIDDEN; unit++) {
        int at = row * HIDDEN + unit;
        if (!kept[at]) {
          continue;
        }
        float sum = 0;
        for (int label = 0; label < LABELS; label++) {
          float error = errors[row * LABELS + label];
          outWeights.gradients[unit * LABELS + label] += error * units[at];
          sum += error * outWeights.values[unit * LABELS + label];
        }
        back[at] = sum / (1 - DROPOUT);
        biases.gradients[unit] += back[at];
      }
    }
    return back;
  }

  private void gradients(float[] x, float[] back, int first, int last) {
    float[] sums = new float[HIDDEN];
    for (int tile = 0; tile < BATCH; tile += TILE) {
      for (int input = first; input < last; input++) {
        System.arraycopy(weights.gradients, input * HIDDEN, sums, 0, HIDDEN);
        for (int row = tile; row < tile + TILE; row += BLOCK) {
          add(sums, back, row * HIDDEN, HIDDEN, x, row * inputs + input, inputs);
        }
        System.arraycopy(sums, 0, weights.gradients, input * HIDDEN, HIDDEN);
      }
    }
  }
}
