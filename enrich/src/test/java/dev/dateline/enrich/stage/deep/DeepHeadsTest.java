package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeepHeadsTest {

  private final DeepHeads heads = DeepHeads.load();

  @Test
  void theEncoderCountsInTheLanguagesOfTheTableOnly() {
    assertThat(heads.knowsTopics("bg")).isTrue();
    assertThat(heads.knowsTopics("ig")).isFalse();
  }

  @Test
  void namesAreFoundBetterInTheLanguagesOfTheTableOnly() {
    assertThat(heads.namesBetter("bg")).isTrue();
    assertThat(heads.namesBetter("ig")).isFalse();
  }
}
