package dev.dateline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTest {

  @ParameterizedTest
  @CsvSource({
    "Łódź, lodz",
    "Besanc\u0327on, besancon",
    "Краи\u0306, край",
    "so\u00ADfia, sofia",
    "a\u0000b, ab",
    "\u200B, ''"
  })
  void foldsCaseAccentsAndWhatIsNotSeen(String word, String folded) {
    assertThat(NameKeys.folded(word)).isEqualTo(folded);
  }

  @Test
  void aWordThatIsFoldedAlreadyIsNotCopied() {
    String word = "софия";

    assertThat(NameKeys.folded(word)).isSameAs(word);
  }
}
