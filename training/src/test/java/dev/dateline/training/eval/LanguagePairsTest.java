package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LanguagePairsTest {

  @Test
  void onlyPairsOfDifferentLanguagesWithOneIdCount() {
    LanguagePairs pairs = new LanguagePairs();
    pairs.add("geonames:1", "bg", "GPE-Sofia");
    pairs.add("geonames:1", "bg", "GPE-Sofia");
    pairs.add("geonames:1", "cs", "GPE-Sofia");
    pairs.add("geonames:1", "pl", "PER-Sofia");
    pairs.add("geonames:2", "bg", "GPE-Varna");

    assertThat(pairs.all()).isEqualTo(2 + 2 + 1);
    assertThat(pairs.right()).isEqualTo(2);
    assertThat(pairs.precision()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void withoutPairsThereIsNoPrecision() {
    assertThat(new LanguagePairs().precision()).isZero();
  }
}
