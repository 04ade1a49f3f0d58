package dev.dateline.training.deep;

import java.util.Arrays;
import java.util.Random;

/** Parameters that learn by Adam. */
final class Parameters {

  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;

  final float[] values;
  final float[] gradients;
  private final float[] moments;
  private final float[] squares;

  Parameters(int size) {
    values = new float[size];
    gradients = new float[size];
    moments = new float[size];
    squares = new float[size];
  }

  /** Draws the values from a normal distribution. */
  void draw(Random random, double spread) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * spread);
    }
  }

  /**
   * Moves the values against the gradients, which begin anew.
   *
   * @param decay how much of a value is added to its gradient
   * @param step number of this update, from 1
   */
  void update(float rate, float decay, int step) {
    float first = (float) (1 - StrictMath.pow(FIRST, step));
    float second = (float) (1 - StrictMath.pow(SECOND, step));
    for (int i = 0; i < values.length; i++) {
      float gradient = gradients[i] + decay * values[i];
      moments[i] = FIRST * moments[i] + (1 - FIRST) * gradient;
      squares[i] = SECOND * squares[i] + (1 - SECOND) * gradient * gradient;
      float width = (float) Math.sqrt(squares[i] / second) + EPSILON;
      values[i] -= rate * (moments[i] / first) / width;
    }
    Arrays.fill(gradients, 0);
  }
}
