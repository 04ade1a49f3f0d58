package dev.dateline.enrich.stage.keyphrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.text.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class KeyphrasesTest {

  @Test
  void inflectedFormsOfAPhraseCountTogether() {
    String text =
        "Вчера открыта солнечная электростанция. О солнечной электростанции спорили годы. Жители"
            + " солнечную электростанцию поддержали, а рыбаки нет.";
    assertThat(of("", text, "ru").get(0)).matches("солнечн\\p{L}+ электростанц\\p{L}+");
  }

  @Test
  void titleCountsMoreAndFunctionWordsDoNot() {
    String text =
        "They saw the harbour wall and the ferry. The ferry left the harbour wall, the crew said.";
    List<String> phrases = of("Harbour wall leaks", text, "en");
    assertThat(phrases.get(0)).isEqualToIgnoringCase("harbour wall");
    assertThat(phrases).contains("ferry").doesNotContain("the", "and");
  }

  @Test
  void scriptsWithoutSpaces() {
    assertThat(of("", "核电站昨天停机。专家说核电站很安全。居民担心核电站。", "zh")).contains("核电站");
  }

  @Test
  void textThatRepeatsNothingHasNone() {
    assertThat(of("", "", "bg")).isEmpty();
    assertThat(of("", "Една дума тук.", "bg")).isEmpty();
  }

  @Test
  void hostileRepetitionTakesLinearTime() {
    for (String unit : List.of("дума ", "核", "a-", "\u200B", "Ж")) {
      String text = unit.repeat(2_000_000 / unit.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> of("", text, "bg"), "unit " + unit);
    }
  }

  private static List<String> of(String title, String text, String language) {
    return Keyphrases.of(Tokens.of(title), Tokens.of(text), language);
  }
}
