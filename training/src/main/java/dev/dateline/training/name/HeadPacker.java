package dev.dateline.training.name;

import dev.dateline.enrich.stage.name.NameHead;
import dev.dateline.enrich.stage.name.NameLabels;
import java.util.Arrays;

/** Packs float weights into a head: the heaviest features, a byte a weight, nothing clipped. */
final class HeadPacker {

  private static final int LABELS = NameLabels.COUNT;

  private HeadPacker() {}

  static NameHead pack(int[] keys, float[] weights, float[] transitions, int most) {
    float[] heights = new float[keys.length];
    float largest = 1e-6f;
    for (int row = 0; row < keys.length; row++) {
      for (int label = 0; label < LABELS; label++) {
        heights[row] = Math.max(heights[row], Math.abs(weights[row * LABELS + label]));
      }
      largest = Math.max(largest, heights[row]);
    }
    float scale = largest / 127;
    float[] sorted = heights.clone();
    Arrays.sort(sorted);
    float cut = keys.length > most ? sorted[keys.length - most] : 0;
    cut = Math.max(cut, scale / 2);
    int kept = 0;
    int[] keptKeys = new int[keys.length];
    byte[] bytes = new byte[weights.length];
    for (int row = 0; row < keys.length; row++) {
      if (heights[row] < cut) {
        continue;
      }
      keptKeys[kept] = keys[row];
      for (int label = 0; label < LABELS; label++) {
        bytes[kept * LABELS + label] = (byte) Math.round(weights[row * LABELS + label] / scale);
      }
      kept++;
    }
    return new NameHead(
        scale, transitions, Arrays.copyOf(keptKeys, kept), Arrays.copyOf(bytes, kept * LABELS));
  }
}
