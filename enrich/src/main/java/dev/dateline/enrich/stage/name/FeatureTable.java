package dev.dateline.enrich.stage.name;

/**
 * Looks up the weights of features. Most features of a text were never learnt, so a bit set that
 * fits the cache turns them away first. A feature that was is one slot of 16 bytes, which a cache
 * line holds whole: its key and its weights, raised so that none is negative. They are summed in
 * lanes of 16 bits: one addition sums four labels.
 */
final class FeatureTable {

  /** What raises a weight above zero. */
  private static final int RAISE = 128;

  /** More features than that could carry from one lane into the next. */
  static final int MOST_SUMMANDS = 256;

  private static final int FILTER_BITS = 21;

  /** Labels beside the key in the first long of a slot; the second one has the others. */
  private static final int BESIDE_KEY = 4;

  /** The last byte of a slot's second long: 1 where the slot is taken, which counts the found. */
  private static final int TAKEN = 56;

  /** Every other byte of a long. */
  private static final long LANES = 0x00FF_00FF_00FF_00FFL;

  private final long[] filter = new long[1 << (FILTER_BITS - 6)];
  private final long[] slots;
  private final int mask;

  FeatureTable(int[] keys, byte[] weights) {
    int size = Integer.highestOneBit(Math.max(8, keys.length)) << 2;
    this.slots = new long[2 * size];
    this.mask = size - 1;
    for (int row = 0; row < keys.length; row++) {
      int bit = keys[row] >>> 32 - FILTER_BITS;
      filter[bit >>> 6] |= 1L << bit;
      int slot = keys[row] & mask;
      while (slots[2 * slot + 1] != 0) {
        slot = slot + 1 & mask;
      }
      slots[2 * slot] = (long) keys[row] << 32;
      slots[2 * slot + 1] = 1L << TAKEN;
      for (int label = 0; label < NameLabels.COUNT; label++) {
        long raised = weights[row * NameLabels.COUNT + label] + RAISE;
        boolean beside = label < BESIDE_KEY;
        int place = beside ? label : label - BESIDE_KEY;
        slots[2 * slot + (beside ? 0 : 1)] |= raised << 8 * place;
      }
    }
  }

  /**
   * Sums the weights of features.
   *
   * @param features keys; beyond {@link #MOST_SUMMANDS} they are ignored. Those that were learnt
   *     move to the front: their slots are fetched side by side when no branch stands between them
   * @param sums receives a sum a label
   */
  void sum(int[] features, int count, int[] sums) {
    long firstEven = 0;
    long firstOdd = 0;
    long secondEven = 0;
    long secondOdd = 0;
    int learnt = keepLearnt(features, Math.min(count, MOST_SUMMANDS));
    for (int i = 0; i < learnt; i++) {
      int key = features[i];
      int slot = key & mask;
      long second = slots[2 * slot + 1];
      while (second != 0 && (int) (slots[2 * slot] >>> 32) != key) {
        slot = slot + 1 & mask;
        second = slots[2 * slot + 1];
      }
      if (second != 0) {
        long first = slots[2 * slot] & 0xFFFF_FFFFL;
        firstEven += first & LANES;
        firstOdd += first >>> 8 & LANES;
        secondEven += second & LANES;
        secondOdd += second >>> 8 & LANES;
      }
    }
    int raise = (int) (secondOdd >>> 48) * RAISE;
    for (int label = 0; label < NameLabels.COUNT; label++) {
      int place = label < BESIDE_KEY ? label : label - BESIDE_KEY;
      long even = label < BESIDE_KEY ? firstEven : secondEven;
      long odd = label < BESIDE_KEY ? firstOdd : secondOdd;
      long lanes = (place & 1) == 0 ? even : odd;
      sums[label] = (int) (lanes >>> 16 * (place >> 1) & 0xFFFF) - raise;
    }
  }

  /** Moves the features that the filter lets through to the front and returns their number. */
  private int keepLearnt(int[] features, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int key = features[i];
      int bit = key >>> 32 - FILTER_BITS;
      features[kept] = key;
      kept += (int) (filter[bit >>> 6] >>> bit) & 1;
    }
    return kept;
  }
}
