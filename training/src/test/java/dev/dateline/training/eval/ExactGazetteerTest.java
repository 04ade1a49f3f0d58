package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.link.Gazetteer;
import dev.dateline.enrich.stage.name.NameSpan;
import org.junit.jupiter.api.Test;

class ExactGazetteerTest {

  private static final LanguageGuess RUSSIAN = new LanguageGuess("ru", 1);
  private final ExactGazetteer gazetteer = new ExactGazetteer(new Gazetteer(Knowledge.load()));

  @Test
  void aNameIsFoundToTheLetterOnly() {
    assertThat(gazetteer.recognize("Болгария и Венгрию, Румынией", RUSSIAN))
        .extracting(NameSpan::span)
        .extracting(span -> span.text())
        .contains("Болгария")
        .doesNotContain("Венгрию", "Румынией");
  }

  @Test
  void theIdIsThatOfTheMostProminentEntityOfTheType() {
    assertThat(gazetteer.id("Болгария", EntityType.PLACE)).contains("wikidata:Q219");
    assertThat(gazetteer.id("Болгарию", EntityType.PLACE)).isEmpty();
    assertThat(gazetteer.id("Болгария", EntityType.PERSON)).isEmpty();
  }
}
