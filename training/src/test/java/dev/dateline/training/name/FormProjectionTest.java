package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.EntityType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormProjectionTest {

  @Test
  void theLongestFormWinsAndWordsAreNotCut() {
    String text = "Ян Новак и Новак от Новаково";
    assertThat(
            FormProjection.project(
                text, Map.of("Новак", EntityType.PERSON, "Ян Новак", EntityType.PERSON)))
        .extracting(MarkedName::start, MarkedName::end)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 8), org.assertj.core.groups.Tuple.tuple(11, 16));
  }

  @Test
  void aFormInLowerCaseMatchesWhateverTheCase() {
    assertThat(FormProjection.project("W USA i usa", Map.of("usa", EntityType.PLACE))).hasSize(2);
    assertThat(FormProjection.project("W USA i usa", Map.of("USA", EntityType.PLACE))).hasSize(1);
  }
}
