package dev.dateline.enrich.stage.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.Growth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @Test
  void partsLatinAtApostrophesAndJoinsCyrillic() {
    assertThat(words("l'Italie, Erdoğan'ın"))
        .containsExactly("l", "'", "Italie", ",", "Erdoğan", "'", "ın");
    assertThat(words("Кам’янець об'єднання")).containsExactly("Кам’янець", "об'єднання");
    assertThat(words("מנכ\"ל צה״ל")).containsExactly("מנכ\"ל", "צה״ל");
  }

  @Test
  void keepsAcronymsWithFullStopsWhole() {
    assertThat(words("The U.S. and U.N.")).containsExactly("The", "U.S.", "and", "U.N.");
    assertThat(words("В.Иванов")).containsExactly("В", ".", "Иванов");
  }

  @Test
  void scriptsWithoutSpacesFallIntoWords() {
    assertThat(words("习近平访问")).containsExactly("习", "近", "平", "访", "问");
    assertThat(words("トランプ大統領")).containsExactly("トランプ", "大", "統", "領");
    assertThat(words("เขาไปจีน")).containsExactly("เขา", "ไป", "จีน");
  }

  @Test
  void initialsAndTitlesDoNotEndASentence() {
    Tokens tokens = Tokens.of("Проф. Иванов и В. Петров дойдоха. После Mr. Smith left. Край.");
    assertThat(tokens.sentenceCount()).isEqualTo(3);
    assertThat(tokens.word(tokens.sentenceBegin(1))).isEqualTo("После");
    assertThat(tokens.sentenceOf(0)).isZero();
    assertThat(tokens.sentenceOf(tokens.size() - 1)).isEqualTo(2);
  }

  @Test
  void formatCharactersJoinLettersAndEdgeNoWord() {
    assertThat(words("\u200Fירושלים\u200F so\u00ADlar")).containsExactly("ירושלים", "so\u00ADlar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t ",
        "word",
        "👩‍👩‍👧 Sofia 🇧🇬 x\uD83D",
        "\uFEFF\u200B\u200Ea\u0301b\u200Bc\u0000",
        "ALL CAPS. ВСИЧКО ГЛАВНО!",
        "漢字かなカナー・ไทย ខ្មែរ مرحبا"
      })
  void everyTokenMatchesTheTextAndSentencesCoverThemAll(String text) {
    Tokens tokens = Tokens.of(text);
    int previous = 0;
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(tokens.start(i)).isGreaterThanOrEqualTo(previous);
      assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
      assertThat(text.substring(tokens.start(i), tokens.end(i))).isEqualTo(tokens.word(i));
      assertThat(tokens.tokenAt(tokens.start(i))).isEqualTo(i);
      previous = tokens.end(i);
    }
    int covered = 0;
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      assertThat(tokens.sentenceBegin(s)).isEqualTo(covered);
      covered = tokens.sentenceEnd(s);
    }
    assertThat(covered).isEqualTo(tokens.size());
  }

  @Test
  void hostileRepetitionTakesLinearTime() {
    for (String unit : List.of("A.", "'а", "ก", "\u0301", "a\u200D", "Mr. ", "漢", "👍", "\"א")) {
      Growth.assertLinear(unit, Tokens::of);
    }
  }

  private static List<String> words(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.word(i));
    }
    return words;
  }
}
