package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void accuracyAndMajorityAreSharesOfAllTexts() {
    Tally tally = tally();

    assertThat(tally.accuracy()).isEqualTo(3.0 / 5);
    assertThat(tally.majority()).isEqualTo(4.0 / 5);
    assertThat(tally.percent()).isEqualTo("60.0");
  }

  @Test
  void wrongAnswersComeCommonestFirst() {
    Tally tally = tally();
    tally.add("hr", "sl");
    tally.add("hr", "sl");

    assertThat(tally.takenFor("hr")).isEqualTo("sl 2, bs 1");
    assertThat(tally.mistaken()).containsExactly("hr", "sr");
  }

  @Test
  void nothingCountedIsNoAccuracy() {
    assertThat(new Tally().accuracy()).isZero();
    assertThat(new Tally().majority()).isZero();
  }

  @Test
  void aMatrixHasARowForEachLabelAndAColumnForEachAnswer() {
    assertThat(ConfusionTable.matrix(tally()))
        .isEqualTo(
            """
            | is, taken for | bs | hr | sr |
            | --- | --- | --- | --- |
            | hr | 1 | 3 | 0 |
            | sr | 0 | 1 | 0 |
            """);
  }

  @Test
  void theMistakesNameOnlyWhatIsMistaken() {
    Tally tally = tally();
    tally.add("el", "el");

    assertThat(ConfusionTable.mistakes(tally))
        .contains("| hr | 4 | 75.0 | bs 1 |", "| sr | 1 | 0.0 | hr 1 |")
        .doesNotContain("el");
  }

  private static Tally tally() {
    Tally tally = new Tally();
    tally.add("hr", "hr");
    tally.add("hr", "hr");
    tally.add("hr", "hr");
    tally.add("hr", "bs");
    Tally other = new Tally();
    other.add("sr", "hr");
    tally.addAll(other);
    return tally;
  }
}
