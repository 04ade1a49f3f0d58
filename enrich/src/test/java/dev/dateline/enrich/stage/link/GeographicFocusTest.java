package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.NamedEntity;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeographicFocusTest {

  private static final Gazetteer GAZETTEER = new Gazetteer(Knowledge.load());

  @Test
  void placesAndAdjectivesSpeakForTheirCountries() {
    assertThat(
            focus(
                "bg",
                "Полският президент кацна в Букурещ. Полските войници остават в Румъния до"
                    + " пролетта, обяви румънският премиер. Полският военен министър мълчи."))
        .containsExactly("RO", "PL");
  }

  @Test
  void aTextWithoutPlacesHasNone() {
    assertThat(focus("en", "The recipe needs two eggs and a little sugar.")).isEmpty();
    assertThat(focus("und", "")).isEmpty();
  }

  private static List<String> focus(String language, String text) {
    LanguageGuess guess = new LanguageGuess(language, 1);
    Tokens tokens = Tokens.of(text);
    List<NamedEntity> entities =
        new Linker(GAZETTEER)
            .link(
                Document.ofText(text),
                List.of(),
                new GazetteerRecognizer(GAZETTEER).recognize(tokens, guess),
                guess);
    return new GeographicFocus(GAZETTEER.knowledge()).of(entities, tokens, language);
  }
}
