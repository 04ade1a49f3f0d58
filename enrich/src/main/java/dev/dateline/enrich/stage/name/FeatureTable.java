package dev.dateline.enrich.stage.name;

import java.util.Arrays;

/**
 * Looks up the weights of features. Most features of a text were never learnt, so a bit set that
 * fits the cache turns them away first. The weights of a feature lie side by side in the 16-bit
 * lanes of a few longs, raised so that none is negative: one addition sums four labels.
 */
final class FeatureTable {

  /** Labels in a long. */
  private static final int LANES = 4;

  /** Longs a feature. */
  static final int WIDTH = (NameLabels.COUNT + LANES - 1) / LANES;

  /** What raises a weight above zero. */
  private static final int RAISE = 128;

  /** More features than that could carry from one lane into the next. */
  static final int MOST_SUMMANDS = 256;

  private static final int FILTER_BITS = 21;

  private final long[] filter = new long[1 << (FILTER_BITS - 6)];
  private final int[] slots;
  private final int[] keys;
  private final long[] weights;

  FeatureTable(int[] keys, byte[] weights) {
    this.keys = keys;
    this.weights = new long[keys.length * WIDTH];
    this.slots = new int[Integer.highestOneBit(Math.max(8, keys.length)) << 2];
    Arrays.fill(slots, -1);
    for (int row = 0; row < keys.length; row++) {
      int bit = keys[row] >>> 32 - FILTER_BITS;
      filter[bit >>> 6] |= 1L << bit;
      int slot = keys[row] & slots.length - 1;
      while (slots[slot] >= 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = row;
      for (int label = 0; label < NameLabels.COUNT; label++) {
        long raised = weights[row * NameLabels.COUNT + label] + RAISE;
        this.weights[row * WIDTH + label / LANES] |= raised << 16 * (label % LANES);
      }
    }
  }

  /**
   * Sums the weights of features.
   *
   * @param features keys; beyond {@link #MOST_SUMMANDS} they are ignored
   * @param sums receives a sum a label
   */
  void sum(int[] features, int count, int[] sums) {
    long first = 0;
    long second = 0;
    long third = 0;
    int found = 0;
    int mask = slots.length - 1;
    int limit = Math.min(count, MOST_SUMMANDS);
    for (int i = 0; i < limit; i++) {
      int key = features[i];
      int bit = key >>> 32 - FILTER_BITS;
      if ((filter[bit >>> 6] & 1L << bit) == 0) {
        continue;
      }
      int slot = key & mask;
      int row = slots[slot];
      while (row >= 0 && keys[row] != key) {
        slot = slot + 1 & mask;
        row = slots[slot];
      }
      if (row >= 0) {
        int at = row * WIDTH;
        first += weights[at];
        second += weights[at + 1];
        third += weights[at + 2];
        found++;
      }
    }
    int raise = found * RAISE;
    for (int label = 0; label < NameLabels.COUNT; label++) {
      long lanes = label < LANES ? first : label < 2 * LANES ? second : third;
      sums[label] = (int) (lanes >>> 16 * (label % LANES) & 0xFFFF) - raise;
    }
  }
}
