package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarWordsTest {

  @ParameterizedTest
  @CsvSource({
    "en, March",
    "en, MONDAY",
    "de, Samstag",
    "el, Τρίτης",
    "el, Κυριακής",
    "ru, понедельника",
    "bg, Януари",
    "sw, Machi",
    "ja, 3月",
    "ar, يوليو",
    "pl, września"
  })
  void datesOfTheLanguage(String language, String word) {
    assertThat(CalendarWords.of(language).contains(word)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"en, Marchand", "de, Augusta", "en, Samstag", "ru, Марс", "und, ''", "en, ''"})
  void otherWords(String language, String word) {
    assertThat(CalendarWords.of(language).contains(word)).isFalse();
  }
}
