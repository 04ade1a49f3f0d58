package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBudgetTest {

  @Test
  void shrinksAsMoreArticlesWait() {
    assertThat(TokenBudget.of(0)).isEqualTo(256);
    assertThat(TokenBudget.of(100)).isEqualTo(128);
    assertThat(TokenBudget.of(200)).isLessThan(TokenBudget.of(150));
  }

  @Test
  void alwaysReachesOverTitleAndLead() {
    assertThat(TokenBudget.of(Long.MAX_VALUE)).isEqualTo(64);
    assertThat(TokenBudget.of(-5)).isEqualTo(256);
  }
}
