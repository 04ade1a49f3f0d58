package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeepHeadsTest {

  private final DeepHeads heads = DeepHeads.load();

  @Test
  void theEncoderCountsInTheLanguagesOfTheTableOnly() {
    assertThat(heads.topicWeight("bg")).isBetween(0.1, 1.0);
    assertThat(heads.topicWeight("ig")).isZero();
  }

  @Test
  void namesAreFoundBetterInTheLanguagesOfTheTableOnly() {
    assertThat(heads.namesBetter("bg")).isTrue();
    assertThat(heads.namesBetter("ig")).isFalse();
  }
}
