package dev.dateline.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Charikar's SimHash ("Similarity Estimation Techniques from Rounding Algorithms", 2002) over the
 * runs of three letters, which every script has: texts that share most of them differ in few of 64
 * bits.
 */
final class SimHash {

  private static final int BITS = 64;
  private static final int LONGEST = 4_000;

  /** Unrelated texts differ in about half of the bits. */
  private static final int NEAR = 18;

  private SimHash() {}

  static long of(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    int[] sums = new int[BITS];
    CRC32C crc = new CRC32C();
    byte[] bytes = start.getBytes(StandardCharsets.UTF_16BE);
    for (int i = 0; i + 6 <= bytes.length; i += 2) {
      crc.reset();
      crc.update(bytes, i, 6);
      long hash = mixed(crc.getValue());
      for (int bit = 0; bit < BITS; bit++) {
        sums[bit] += (hash >>> bit & 1) == 0 ? -1 : 1;
      }
    }
    long result = 0;
    for (int bit = 0; bit < BITS; bit++) {
      result |= sums[bit] > 0 ? 1L << bit : 0;
    }
    return result;
  }

  /** Whether two texts are versions of one rather than different ones. */
  static boolean areNear(long one, long other) {
    return Long.bitCount(one ^ other) <= NEAR;
  }

  /** Spreads 32 bits over 64 (the finisher of SplitMix64). */
  private static long mixed(long value) {
    long z = (value + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
