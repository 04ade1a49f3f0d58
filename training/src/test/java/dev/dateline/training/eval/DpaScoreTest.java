package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.enrich.knowledge.Subject;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DpaScoreTest {

  @Test
  void microF1CountsEverySubjectOfEveryMessage() {
    DpaScore score = new DpaScore();
    score.add(Set.of(Subject.SPORT, Subject.ARTS), Set.of(Subject.SPORT));
    score.add(Set.of(), Set.of(Subject.POLITICS, Subject.SPORT));

    assertThat(score.microF1()).isCloseTo(2.0 * 1 / (2 + 1 + 2), within(1e-9));
    assertThat(score.markdown()).contains("| sport | 1 | 0 | 1 | 66.7 |", "precision 50.0");
  }

  @Test
  void theMajorityGivesEveryMessageTheCommonestSubject() {
    DpaScore score = new DpaScore();
    score.add(Set.of(), Set.of(Subject.SPORT));
    score.add(Set.of(), Set.of(Subject.SPORT));
    score.add(Set.of(), Set.of(Subject.ARTS));

    assertThat(score.majority()).isCloseTo(2.0 / 3, within(1e-9));
  }
}
