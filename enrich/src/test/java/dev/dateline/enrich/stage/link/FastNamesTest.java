package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.NameRecognizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastNamesTest {

  private static final Gazetteer GAZETTEER = new Gazetteer(Knowledge.load());
  private static final FastNames NAMES = FastNames.load(GAZETTEER);
  private static final NameRecognizer PARTS =
      FastNames.withKnown(FastNames.over(GAZETTEER), GAZETTEER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bg | Кметът на София Иван Петров откри с посланика на Полша изложба в Националния музей.",
        "de | Der Bürgermeister von Hamburg traf in Warschau Vertreter der Europäischen Union.",
        "ar | وصل وزير الخارجية إلى الرباط قادما من باريس للقاء نظيره المغربي.",
        "ja | 東京でトヨタ自動車の社長が記者会見を開いた。"
      })
  void namesAreThoseOfTheTaggerAndOfTheKnowledgeBase(String language, String text) {
    LanguageGuess guess = new LanguageGuess(language, 1);

    assertThat(NAMES.recognize(text, guess)).isNotEmpty().isEqualTo(PARTS.recognize(text, guess));
  }
}
