package dev.dateline.enrich.stage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class ComposedTest {

  @Test
  void isWhatTheNormalizerMakesOfEachCharacterAloneAndBehindOthers() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      for (String before : new String[] {"", "a", "и", "e\u0323", "가"}) {
        String text = before + (char) c + "x";
        assertThat(Composed.of(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
      }
    }
  }

  @Test
  void keepsWhatIsComposedAlready() {
    String text = "Кой е в „Атлас“ – René и Þór?";
    assertThat(Composed.of(text)).isSameAs(text);
  }
}
