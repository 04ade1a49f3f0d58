package dev.dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeySetTest {

  @Test
  void holdsWhatWasAddedAndNothingElse() {
    int most = 1_000;
    KeySet keys = new KeySet(most);
    for (long key = 0; key < most; key++) {
      assertThat(keys.add(key << 20)).isTrue();
    }

    assertThat(keys.add(0)).isFalse();
    assertThat(keys.add(7 << 20)).isFalse();
    for (long key = 0; key < 2 * most; key++) {
      assertThat(keys.contains(key << 20)).isEqualTo(key < most);
    }
    assertThat(keys.contains(1)).isFalse();
  }

  @Test
  void anEmptySetHoldsNothing() {
    assertThat(new KeySet(0).contains(0)).isFalse();
  }
}
