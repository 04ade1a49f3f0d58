package dev.dateline.enrich.stage.deep;

import java.util.Arrays;

/**
 * The word pieces of a stretch of text.
 *
 * @param ids in the vocabulary
 * @param starts first UTF-16 code unit of each, in the whole text
 * @param ends one past the last UTF-16 code unit of each
 */
record Pieces(int[] ids, int[] starts, int[] ends) {

  int size() {
    return ids.length;
  }

  /** The piece that covers an offset, else the next one; the last where there is none behind. */
  int at(int offset) {
    int low = 0;
    int high = ids.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The pieces from one to another, the second excluded. */
  Pieces range(int from, int to) {
    return new Pieces(
        Arrays.copyOfRange(ids, from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }
}
