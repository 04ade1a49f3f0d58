package dev.dateline.enrich.stage.linear;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which buckets of a sparse table are in use, and how many there are before each: a bit a bucket
 * and a count a word of them, which fit a cache that the table itself would not.
 *
 * @see <a href="https://doi.org/10.1109/SFCS.1989.63533">Jacobson: Space-efficient static trees and
 *     graphs, 1989</a>
 */
final class UsedBuckets {

  private final long[] bits;
  private final int[] before;

  private UsedBuckets(long[] bits) {
    this.bits = bits;
    this.before = new int[bits.length];
    int sum = 0;
    for (int word = 0; word < bits.length; word++) {
      before[word] = sum;
      sum += Long.bitCount(bits[word]);
    }
  }

  /** Those of 2 to the power of {@code bits} buckets that are in use. */
  static UsedBuckets of(BitSet used, int bits) {
    return new UsedBuckets(Arrays.copyOf(used.toLongArray(), (1 << bits) / Long.SIZE + 1));
  }

  boolean contains(int bucket) {
    return (bits[bucket >>> 6] >>> bucket & 1) != 0;
  }

  /** How many buckets before this one are in use. */
  int rank(int bucket) {
    return before[bucket >>> 6] + Long.bitCount(bits[bucket >>> 6] & (1L << bucket) - 1);
  }
}
