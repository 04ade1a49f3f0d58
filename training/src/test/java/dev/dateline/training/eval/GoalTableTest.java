package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTableTest {

  @Test
  void aFigureStandsBesideItsGoalAndSaysByHowMuchItIsMissed() {
    GoalTable table = new GoalTable();
    table.put(Goal.TOPICS_BBC, TaggerTier.FAST, 0.9296);
    table.put(Goal.TOPICS_BBC, TaggerTier.DEEP, 0.95);

    assertThat(table.markdown())
        .contains(
            "| the same, never trained on | BBC | 93.00 | **92.96**, missed by 0.04 | 95.00 |"
                + " **95.00**, met |");
  }

  @Test
  void whatAnotherCommandMeasuredStays() {
    GoalTable before = new GoalTable();
    before.put(Goal.BASE_FORM, TaggerTier.FAST, 0.9);
    before.put(Goal.COUNTRIES, TaggerTier.FAST, 0.5);

    GoalTable after = GoalTable.parse(before.markdown());
    after.put(Goal.COUNTRIES, TaggerTier.FAST, 0.99);

    assertThat(after.markdown())
        .contains("**90.00**, met", "**99.00**, met")
        .doesNotContain("50.00");
  }

  @Test
  void aFigureWithoutAGoalIsNeitherMetNorMissed() {
    GoalTable table = new GoalTable();
    table.put(Goal.LANGUAGE_SENTENCE, TaggerTier.DEEP, 0.97);

    assertThat(table.markdown()).contains("| 96.00 | - | - | **97.00** |");
  }
}
