package dev.dateline.sink.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void foldsCaseAndCompatibilityForms() {
    assertThat(forms("Straße ＡＢＣ ΟΔΌΣ Ⅻ")).containsExactly("strasse", "abc", "οδόσ", "xii");
  }

  @Test
  void leavesPunctuationOut() {
    assertThat(forms("„Добър“ ден, 3.5 — COVID-19!"))
        .containsExactly("добър", "ден", "3.5", "covid", "19");
  }

  @Test
  void cutsHanAndKanaIntoCharacters() {
    assertThat(forms("北京は東京")).containsExactly("北", "京", "は", "東", "京");
    assertThat(forms("𠮷野")).containsExactly("𠮷", "野");
  }

  @Test
  void findsWordsOfScriptsWithoutSpaces() {
    assertThat(forms("รัฐบาลไทย")).containsExactly("รัฐบาล", "ไทย");
  }

  @Test
  void keepsMarksWithTheirLetters() {
    assertThat(forms("नई दिल्ली")).containsExactly("नई", "दिल्ली");
  }

  @Test
  void tellsWhereWordsStand() {
    String text = "Ein Maß Bier";

    assertThat(Words.of(text, 10))
        .allSatisfy(
            word ->
                assertThat(Words.of(text.substring(word.start(), word.end()), 10))
                    .extracting(Word::form)
                    .containsExactly(word.form()));
  }

  @Test
  void stopsAtTheLimitAndLeavesMonstersOut() {
    assertThat(Words.of("a b c d", 2)).hasSize(2);
    assertThat(forms("a " + "x".repeat(5000) + " b")).containsExactly("a", "b");
  }

  @Test
  void neverThrows() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append((char) random.nextInt(0x10000));
      }
      assertThatCode(() -> Words.of(text.toString(), 100)).doesNotThrowAnyException();
    }
  }

  @Test
  void takesLinearTime() {
    String text = "ก".repeat(400_000) + "漢".repeat(400_000) + "a\u0301".repeat(400_000);

    assertTimeout(Duration.ofSeconds(20), () -> Words.of(text, Integer.MAX_VALUE));
  }

  private static List<String> forms(String text) {
    return Words.of(text, 100).stream().map(Word::form).toList();
  }
}
