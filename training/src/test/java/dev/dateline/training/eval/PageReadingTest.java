package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageReadingTest {

  @Test
  void caseAndPunctuationOfATitleDoNotCount() {
    assertThat(PageReading.sameWords("Ein „neuer“ Kai!", "ein neuer kai")).isTrue();
    assertThat(PageReading.sameWords("Ein neuer Kai", "Ein Kai")).isFalse();
    assertThat(PageReading.sameWords("Ein neuer Kai", null)).isFalse();
  }

  @Test
  void namesMayStandInAnyOrder() {
    assertThat(PageReading.sameNames("Mira Held und Jan Berg", "Jan Berg; Mira Held")).isTrue();
    assertThat(PageReading.sameNames("Mira Held und Jan Berg", "Mira Held")).isFalse();
    assertThat(PageReading.sameNames("Mira Held", "")).isFalse();
  }

  @Test
  void segmentsThatMustNotBeThereCostPrecision() {
    SegmentScore score = new SegmentScore();

    score.add("the port opens a quay", List.of("port", "quay", "ship"), List.of("opens", "menu"));

    assertThat(score.f1()).isEqualTo(2.0 * 2 / (2 * 2 + 1 + 1));
  }
}
