package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameCuesTest {

  private static final NameCues CUES =
      NameCues.of(
          List.of(
              "title\thi\tमंत्री",
              "org\tte\tబ్యాంకు",
              "org\tko\t은행",
              "org\tar\tوزارة",
              "place\tam\tከተማ"));

  @Test
  void findsAWordOfOneScriptInAnother() {
    assertThat(found("మంత్రి মন্ত্রী मंत्र")).containsExactly(NameCues.TITLE, NameCues.TITLE, 0);
  }

  @Test
  void findsAWordInFrontOfItsEnding() {
    assertThat(found("బ్యాంకులో 은행은")).containsOnly(NameCues.ORGANIZATION);
  }

  @Test
  void findsAWordBehindOneThatIsWrittenTogetherWithIt() {
    assertThat(found("الوزارة بوزارة")).containsOnly(NameCues.ORGANIZATION);
    assertThat(found("በከተማ ከተማ")).containsOnly(NameCues.PLACE);
  }

  @Test
  void wordsWithCaseAreNone() {
    assertThat(found("mntri Mntri")).containsOnly(0);
  }

  @Test
  void theShippedListsAreWellFormed() {
    assertThat(of(NameCues.shipped(), "प्रधानमंत्री विश्वविद्यालय बारिश नदी मोदी कहा"))
        .containsExactly(
            NameCues.TITLE,
            NameCues.ORGANIZATION,
            0,
            NameCues.PLACE,
            NameCues.PERSON,
            NameCues.SPEECH);
  }

  private static byte[] found(String text) {
    return of(CUES, text);
  }

  private static byte[] of(NameCues cues, String text) {
    Tokens tokens = Tokens.of(text);
    return cues.of(tokens, new WordForms(tokens));
  }
}
