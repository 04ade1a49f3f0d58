package dev.dateline.enrich.stage.linear;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which buckets of a sparse table are in use, and how many there are before each: a bit a bucket
 * and, beside each word of them, a count, which fit a cache that the table itself would not.
 *
 * @see <a href="https://doi.org/10.1109/SFCS.1989.63533">Jacobson: Space-efficient static trees and
 *     graphs, 1989</a>
 */
final class UsedBuckets {

  /** A word of bits, and how many are set before it, in turn: one cache line has both. */
  private final long[] words;

  private UsedBuckets(long[] bits) {
    this.words = new long[2 * bits.length];
    int sum = 0;
    for (int word = 0; word < bits.length; word++) {
      words[2 * word] = bits[word];
      words[2 * word + 1] = sum;
      sum += Long.bitCount(bits[word]);
    }
  }

  /** Those of 2 to the power of {@code bits} buckets that are in use. */
  static UsedBuckets of(BitSet used, int bits) {
    return new UsedBuckets(Arrays.copyOf(used.toLongArray(), (1 << bits) / Long.SIZE + 1));
  }

  boolean contains(int bucket) {
    return (words[bucket >>> 6 << 1] >>> bucket & 1) != 0;
  }

  /** How many buckets before this one are in use. */
  int rank(int bucket) {
    int word = bucket >>> 6 << 1;
    return (int) words[word + 1] + Long.bitCount(words[word] & (1L << bucket) - 1);
  }

  /**
   * Finds the features whose buckets are in use, without a branch, so that memory answers for many
   * of them side by side.
   *
   * @param hashes their upper bits, down to {@code shift}, name the buckets
   * @param found receives the places of those features in {@code hashes}
   * @param ranks receives how many buckets are in use before each
   * @return how many were found
   */
  int find(int[] hashes, int from, int to, int shift, int[] found, int[] ranks) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int bucket = hashes[i] >>> shift;
      int word = bucket >>> 6 << 1;
      long bits = words[word];
      found[count] = i;
      ranks[count] = (int) words[word + 1] + Long.bitCount(bits & (1L << bucket) - 1);
      count += (int) (bits >>> bucket) & 1;
    }
    return count;
  }
}
