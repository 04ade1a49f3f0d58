package dev.dateline.enrich.stage.name;

import java.util.Arrays;

/**
 * Lets the places where a document has the same word speak for each other: what one sentence leaves
 * open another one tells. Words are the same by their first folded letters, so that cases of
 * inflected names meet. Begin and inside of a type count as one, since a surname stands alone here
 * and behind a first name there.
 */
final class SharedEvidence {

  private static final int KINDS = 1 + NameLabels.TYPES.size();
  private static final int LABELS = NameLabels.COUNT;
  private static final int LETTERS = 6;

  private SharedEvidence() {}

  /**
   * Moves the scores of each open token towards the mean of its word.
   *
   * @param emissions scores of the tokens from {@code from} to {@code to}
   * @param share how far, 0 to 1
   */
  static void spread(NameFeatures features, int from, int to, float[] emissions, float share) {
    int size = Integer.highestOneBit(Math.max(8, to - from)) << 2;
    int[] owners = new int[size];
    Arrays.fill(owners, -1);
    int[] groups = new int[to - from];
    int[] counts = new int[to - from];
    int found = 0;
    for (int token = from; token < to; token++) {
      groups[token - from] = -1;
      if (!features.isOpen(token) || !features.isShared(token)) {
        continue;
      }
      int word = features.stemHash(token, LETTERS);
      int slot = word * 0x9E3779B9 >>> 5 & size - 1;
      while (owners[slot] >= 0 && features.stemHash(owners[slot], LETTERS) != word) {
        slot = slot + 1 & size - 1;
      }
      if (owners[slot] < 0) {
        owners[slot] = token;
        groups[token - from] = found++;
      } else {
        groups[token - from] = groups[owners[slot] - from];
      }
      counts[groups[token - from]]++;
    }
    move(emissions, groups, counts, found, share);
  }

  private static void move(float[] emissions, int[] groups, int[] counts, int found, float share) {
    float[] sums = new float[found * KINDS];
    for (int i = 0; i < groups.length; i++) {
      for (int kind = 0; groups[i] >= 0 && kind < KINDS; kind++) {
        sums[groups[i] * KINDS + kind] += score(emissions, i, kind);
      }
    }
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] < 0 || counts[groups[i]] < 2) {
        continue;
      }
      for (int kind = 0; kind < KINDS; kind++) {
        float mean = sums[groups[i] * KINDS + kind] / counts[groups[i]];
        float shift = share * (mean - score(emissions, i, kind));
        if (kind > 0) {
          emissions[i * LABELS + 2 * kind - 1] += shift;
        }
        emissions[i * LABELS + 2 * kind] += shift;
      }
    }
  }

  private static float score(float[] emissions, int token, int kind) {
    float inside = emissions[token * LABELS + 2 * kind];
    return kind == 0 ? inside : Math.max(inside, emissions[token * LABELS + 2 * kind - 1]);
  }
}
