package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedLettersTest {

  @ParameterizedTest
  @ValueSource(strings = {"मंत्री", "মন্ত্রী", "મંત્રી", "మంత్రి", "മന്ത്രി", "මන්ත්රී"})
  void indianScriptsMeetInOneWord(String minister) {
    assertThat(folded(minister)).isEqualTo("mntri");
  }

  @Test
  void scriptsWithVowelsReadLikeLatin() {
    assertThat(folded("თბილისი")).isEqualTo(folded("tbilisi"));
    assertThat(folded("Երևան")).isEqualTo("erevan");
    assertThat(folded("ፕሮፌሰር")).isEqualTo("profesar");
  }

  @Test
  void variantsOfArabicLettersAreOne() {
    assertThat(folded("یک")).isEqualTo(folded("يك"));
    assertThat(folded("مُحَمَّد")).isEqualTo(folded("محمد"));
  }

  @Test
  void lettersWithCaseStayAsTheRomanizerHasThem() {
    for (char c = 0; c < 0x0530; c++) {
      assertThat(SharedLetters.fold(c)).isEqualTo(Romanizer.fold(c));
    }
  }

  @Test
  void aSingleLetterIsWhatFoldingGives() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String folded = SharedLetters.fold(c);
      char single = SharedLetters.single(c);
      assertThat(single).isEqualTo(folded.length() == 1 ? folded.charAt(0) : 0);
    }
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder();
    for (char c : word.toCharArray()) {
      folded.append(SharedLetters.fold(c));
    }
    return folded.toString();
  }
}
