package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.EntityType;
import dev.dateline.enrich.stage.Growth;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.link.FastNames;
import dev.dateline.enrich.stage.link.Gazetteer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearNameRecognizerTest {

  private static final LinearNameRecognizer TAGGER =
      FastNames.over(new Gazetteer(Knowledge.load()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bg | Министърът на финансите Асен Петров пристигна в Пловдив. | Асен Петров | Пловдив
          ru | Президент Иван Смирнов прилетел в Москву во вторник. | Иван Смирнов | Москву
          pl | Premier Jan Wiśniewski spotkał się z ministrem w Warszawie. | Jan Wiśniewski | Warszawie
          en | President John Carter arrived in London on Monday. | John Carter | London
          """)
  void findsPersonsAndPlaces(String language, String text, String person, String place) {
    List<NameSpan> names = TAGGER.recognize(text, new LanguageGuess(language, 1));
    assertThat(forms(names, EntityType.PERSON)).contains(person);
    assertThat(forms(names, EntityType.PLACE)).contains(place);
    assertThat(names).allSatisfy(name -> assertThat(name.score()).isBetween(0.0, 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t ",
        "Sofia",
        "👩‍👩‍👧 Иван Петров 🇧🇬 отиде в София 🚀\uD83D Пловдив\uDE00",
        "\u200Fנשיא המדינה יצחק הרצוג\u200F נפגש בירושלים",
        "\uFEFFИван\u200B Петров\u00AD от \u2066Ва\u200Dрна\u2069",
        "ПРЕЗИДЕНТЪТ ИВАН ПЕТРОВ ПРИСТИГНА В БРЮКСЕЛ",
        "国家主席习近平在北京会见了来访的巴西总统卢拉。",
        "高市早苗首相は東京でアルバニージー首相と会談した。",
        "ประเทศไทย กรุงเทพ",
        "İSTANBUL'da Iğdır'lı ǅemal",
        "a\u0301\u0301\u0301 \u0000 \uD800 \uDFFF"
      })
  void offsetsMatchTheTextAndNamesDoNotOverlap(String text) {
    int covered = 0;
    for (NameSpan name : TAGGER.recognize(text, LanguageGuess.UNDETERMINED)) {
      assertThat(name.span().start()).isGreaterThanOrEqualTo(covered);
      assertThat(text.substring(name.span().start(), name.span().end()))
          .isEqualTo(name.span().text());
      covered = name.span().end();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Иван ", "А", "A.", "\"", "国", "Иван-", "„А ", "ﷺ", "👍", "İ"})
  void hostileRepetitionTakesLinearTime(String unit) {
    Growth.assertLinear(unit, text -> TAGGER.recognize(text, LanguageGuess.UNDETERMINED));
  }

  @Test
  void sameTextSameNames() {
    String text = "Иван Петров от Варна говори с Мария Иванова от „Метал Груп“.";
    LanguageGuess bulgarian = new LanguageGuess("bg", 1);
    assertThat(TAGGER.recognize(text, bulgarian)).isEqualTo(TAGGER.recognize(text, bulgarian));
  }

  private static List<String> forms(List<NameSpan> names, EntityType type) {
    return names.stream()
        .filter(name -> name.type() == type)
        .map(name -> name.span().text())
        .toList();
  }
}
