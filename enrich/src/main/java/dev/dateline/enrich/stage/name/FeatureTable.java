package dev.dateline.enrich.stage.name;

import java.util.BitSet;

/**
 * Looks up the weights of features. Most features that were never learnt are turned away by a bit
 * set that fits the cache. Each other one can be in one slot of 16 bytes alone, which a cache line
 * holds whole: its key and its weights, raised so that none is negative. They are summed in lanes
 * of 16 bits: one addition sums four labels. Since nothing is searched for, no branch stands
 * between one slot and the next, and memory answers for many of them side by side.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-04128-0_61">Belazzougui, Botelho, Dietzfelbinger:
 *     Hash, displace, and compress, 2009</a>
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

  /** For each of so many groups of keys the factor that puts every one of them in a free slot. */
  private final char[] factors;

  private final int groupShift;
  private final int size;
  private final long[] slots;

  /**
   * A table.
   *
   * @param keys distinct, in ascending order
   */
  FeatureTable(int[] keys, byte[] weights) {
    int groups = Math.max(2, Integer.highestOneBit(keys.length) >> 1);
    this.groupShift = Integer.numberOfLeadingZeros(groups) + 1;
    this.factors = new char[groups];
    this.size = keys.length + keys.length / 8 + 1;
    this.slots = new long[2 * size];
    place(keys);
    for (int row = 0; row < keys.length; row++) {
      int bit = keys[row] >>> 32 - FILTER_BITS;
      filter[bit >>> 6] |= 1L << bit;
      fill(2 * slot(keys[row]), keys[row], weights, row * NameLabels.COUNT);
    }
  }

  private void fill(int slot, int key, byte[] weights, int from) {
    slots[slot] = (long) key << 32;
    slots[slot + 1] = 1L << TAKEN;
    for (int label = 0; label < NameLabels.COUNT; label++) {
      long raised = weights[from + label] + RAISE;
      boolean beside = label < BESIDE_KEY;
      int place = beside ? label : label - BESIDE_KEY;
      slots[slot + (beside ? 0 : 1)] |= raised << 8 * place;
    }
  }

  /** Chooses the factors, for the largest groups first, while there is most room. */
  private void place(int[] keys) {
    int[] begins = new int[factors.length + 1];
    for (int key : keys) {
      begins[group(key) + 1]++;
    }
    int largest = 0;
    for (int group = 0; group < factors.length; group++) {
      largest = Math.max(largest, begins[group + 1]);
      begins[group + 1] += begins[group];
    }
    BitSet taken = new BitSet(size);
    for (int length = largest; length > 0; length--) {
      for (int group = 0; group < factors.length; group++) {
        if (begins[group + 1] - begins[group] == length) {
          place(keys, begins[group], begins[group + 1], group, taken);
        }
      }
    }
  }

  private void place(int[] keys, int from, int to, int group, BitSet taken) {
    for (int factor = 0; factor <= Character.MAX_VALUE; factor++) {
      factors[group] = (char) factor;
      int placed = from;
      while (placed < to && !taken.get(slot(keys[placed]))) {
        taken.set(slot(keys[placed++]));
      }
      if (placed == to) {
        return;
      }
      while (placed > from) {
        taken.clear(slot(keys[--placed]));
      }
    }
    throw new IllegalArgumentException("Keys that are not distinct find no slots");
  }

  /** Ascends with the key. */
  private int group(int key) {
    return (key ^ Integer.MIN_VALUE) >>> groupShift;
  }

  private int slot(int key) {
    int factor = factors[group(key)] * 0x9E3779B2 + 1;
    return (int) ((key * factor & 0xFFFF_FFFFL) * size >>> 32);
  }

  /**
   * Sums the weights of features.
   *
   * @param features keys; beyond {@link #MOST_SUMMANDS} they are ignored. They are overwritten
   * @param sums receives a sum a label
   */
  void sum(int[] features, int count, int[] sums) {
    long firstEven = 0;
    long firstOdd = 0;
    long secondEven = 0;
    long secondOdd = 0;
    int found = slots(features, keepLearnt(features, Math.min(count, MOST_SUMMANDS)));
    for (int i = 0; i < found; i++) {
      long first = slots[features[i]];
      long second = slots[features[i] + 1];
      firstEven += first & LANES;
      firstOdd += first >>> 8 & LANES;
      secondEven += second & LANES;
      secondOdd += second >>> 8 & LANES;
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

  /** Puts the slots of those features that have one in their place; returns their number. */
  private int slots(int[] features, int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      int key = features[i];
      int slot = 2 * slot(key);
      features[found] = slot;
      found += (int) (slots[slot] >>> 32) == key ? 1 : 0;
    }
    return found;
  }
}
