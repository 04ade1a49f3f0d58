package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import java.util.Arrays;

/**
 * Packs float weights into a head: the features that weigh most over all labels, a byte a weight,
 * nothing clipped. What a feature says for every label alike changes no answer, so weights are
 * taken from the median of their feature: many round to zero then, which takes no byte.
 */
final class HeadPacker {

  private static final int LABELS = NameLabels.COUNT;

  /** What a weight of 1 is worth, at least: finer ones cost more bytes than further features. */
  private static final float STEP = 0.1f;

  private HeadPacker() {}

  static NameHead pack(int[] keys, float[] weights, float[] transitions, int most) {
    float[] centered = weights.clone();
    float[] heights = new float[keys.length];
    float largest = 0;
    for (int row = 0; row < keys.length; row++) {
      float left = center(centered, row * LABELS);
      largest = Math.max(largest, left);
      for (int label = 0; left > STEP / 2 && label < LABELS; label++) {
        heights[row] += Math.abs(weights[row * LABELS + label]);
      }
    }
    float scale = Math.max(STEP, largest / Byte.MAX_VALUE);
    int[] rows = heaviest(heights, most);
    int[] kept = new int[rows.length];
    byte[] bytes = new byte[rows.length * LABELS];
    for (int i = 0; i < rows.length; i++) {
      kept[i] = keys[rows[i]];
      for (int label = 0; label < LABELS; label++) {
        bytes[i * LABELS + label] = (byte) Math.round(centered[rows[i] * LABELS + label] / scale);
      }
    }
    return new NameHead(scale, transitions, kept, bytes);
  }

  /** Takes the median from a feature's weights and returns the largest that is left, unsigned. */
  private static float center(float[] weights, int at) {
    float[] sorted = Arrays.copyOfRange(weights, at, at + LABELS);
    Arrays.sort(sorted);
    float largest = 0;
    for (int label = at; label < at + LABELS; label++) {
      weights[label] -= sorted[LABELS / 2];
      largest = Math.max(largest, Math.abs(weights[label]));
    }
    return largest;
  }

  /** The rows of the greatest heights, ascending; none of height 0. */
  private static int[] heaviest(float[] heights, int most) {
    float[] sorted = heights.clone();
    Arrays.sort(sorted);
    float cut = heights.length > most ? sorted[heights.length - most] : 0;
    int kept = 0;
    int[] rows = new int[heights.length];
    for (int row = 0; row < heights.length; row++) {
      if (heights[row] >= cut && heights[row] > 0) {
        rows[kept++] = row;
      }
    }
    return Arrays.copyOf(rows, kept);
  }
}
