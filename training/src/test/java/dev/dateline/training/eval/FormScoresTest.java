package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.enrich.stage.EntityType;
import dev.dateline.training.name.NameForm;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormScoresTest {

  private static final NameForm SOFIA = new NameForm("Sofia", EntityType.PLACE);
  private static final NameForm SOFIA_LOREN = new NameForm("Sofia", EntityType.PERSON);
  private static final NameForm VARNA = new NameForm("Varna", EntityType.PLACE);
  private static final NameForm UNION = new NameForm("European Union", EntityType.ORGANIZATION);
  private static final NameForm CUP = new NameForm("World Cup", EntityType.EVENT);

  @Test
  void aFormOfAnotherTypeIsFoundTooMuchAndMissed() {
    FormScores scores = new FormScores();
    scores.add("en", Set.of(SOFIA_LOREN, VARNA), Set.of(SOFIA, VARNA, UNION));

    assertThat(scores.f1("en")).isCloseTo(2.0 / (2 + 1 + 2), within(1e-9));
    assertThat(scores.types().count("LOC", "PER")).isEqualTo(1);
    assertThat(scores.types().count("LOC", "LOC")).isEqualTo(1);
    assertThat(scores.types().count("ORG", "no name")).isEqualTo(1);
    assertThat(scores.types().count("no name", "PER")).isZero();
  }

  @Test
  void onlyPersonsPlacesAndOrganisationsCountButAllAreConfused() {
    FormScores scores = new FormScores();
    scores.add("en", Set.of(VARNA, CUP), Set.of(VARNA));

    assertThat(scores.f1("en")).isEqualTo(1);
    assertThat(scores.types().count("no name", "EVT")).isEqualTo(1);
  }

  @Test
  void theMeanGivesEachLanguageTheSameWeight() {
    FormScores scores = new FormScores();
    FormScores.OTHERS.forEach(language -> scores.add(language, Set.of(VARNA), Set.of(VARNA)));
    scores.add("cs", Set.of(), Set.of(SOFIA, UNION));
    scores.add("bg", Set.of(), Set.of(SOFIA));

    assertThat(scores.f1("cs")).isEqualTo(0.5);
    assertThat(scores.meanOfOthers()).isCloseTo(0.9, within(1e-9));
  }
}
