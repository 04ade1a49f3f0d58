package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

  private static final int FEATURES = 5_000;
  private static final int LABELS = NameLabels.COUNT;

  private final Random random = new Random(7);
  private final int[] keys = random.ints(FEATURES).distinct().sorted().toArray();
  private final byte[] weights = new byte[keys.length * LABELS];

  FeatureTableTest() {
    random.nextBytes(weights);
  }

  @Test
  void theSumsAreThoseOfTheWeightsOneByOne() {
    FeatureTable table = new FeatureTable(keys, weights);
    for (int round = 0; round < 200; round++) {
      int[] features = new int[100];
      int[] expected = new int[LABELS];
      for (int i = 0; i < features.length; i++) {
        int row = random.nextInt(2 * keys.length);
        features[i] = row < keys.length ? keys[row] : random.nextInt();
        add(features[i], expected);
      }
      int[] sums = new int[LABELS];
      table.sum(features, features.length, sums);

      assertThat(sums).isEqualTo(expected);
    }
  }

  @Test
  void theHeaviestWeightsOfAsManyFeaturesAsThereMayBeDoNotCarry() {
    Arrays.fill(weights, Byte.MAX_VALUE);
    int[] features = new int[FeatureTable.MOST_SUMMANDS];
    Arrays.fill(features, keys[0]);
    int[] sums = new int[LABELS];

    new FeatureTable(keys, weights).sum(features, features.length, sums);

    assertThat(sums).containsOnly(FeatureTable.MOST_SUMMANDS * Byte.MAX_VALUE);
  }

  private void add(int feature, int[] sums) {
    int row = Arrays.binarySearch(keys, feature);
    for (int label = 0; row >= 0 && label < LABELS; label++) {
      sums[label] += weights[row * LABELS + label];
    }
  }
}
