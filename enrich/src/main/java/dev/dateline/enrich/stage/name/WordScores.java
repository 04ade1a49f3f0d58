package dev.dateline.enrich.stage.name;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the features of a word by itself say, whatever stands around it: remembered, since most
 * words of a text were read in another one before.
 */
final class WordScores {

  private static final int BITS = 14;

  private final FeatureTable table;

  /** What was summed last. Threads may overwrite each other's entries, which are whole each. */
  private final @Nullable Entry[] remembered = new Entry[1 << BITS];

  private record Entry(int[] word, int[] sums) {}

  WordScores(FeatureTable table) {
    this.table = table;
  }

  /** Adds a sum a label. */
  void addTo(int[] sums, NameFeatures features, int token) {
    int[] word = features.word(token);
    int place = Arrays.hashCode(word) * 0x9E3779B9 >>> Integer.SIZE - BITS;
    Entry entry = remembered[place];
    if (entry == null || !Arrays.equals(entry.word(), word)) {
      entry = new Entry(word.clone(), sums(features, token));
      remembered[place] = entry;
    }
    for (int label = 0; label < NameLabels.COUNT; label++) {
      sums[label] += entry.sums()[label];
    }
  }

  private int[] sums(NameFeatures features, int token) {
    int[] sums = new int[NameLabels.COUNT];
    table.sum(features.buffer(), features.fillWord(token), sums);
    return sums;
  }
}
