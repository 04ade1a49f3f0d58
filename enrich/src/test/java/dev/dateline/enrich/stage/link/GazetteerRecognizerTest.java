package dev.dateline.enrich.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import dev.dateline.enrich.stage.LanguageGuess;
import dev.dateline.enrich.stage.name.NameSpan;
import dev.dateline.enrich.stage.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerRecognizerTest {

  private static final LanguageGuess BULGARIAN = new LanguageGuess("bg", 1);

  private final GazetteerRecognizer recognizer =
      new GazetteerRecognizer(new Gazetteer(Knowledge.load()));

  @Test
  void besideATaggerACityThatOpensASentenceIsLeftToIt() {
    Tokens tokens = Tokens.of("Варна чака туристи.");

    assertThat(forms(recognizer.recognize(tokens, BULGARIAN), tokens)).containsExactly("Варна");
    assertThat(recognizer.recognizeBeside(tokens, BULGARIAN)).isEmpty();
  }

  @Test
  void besideATaggerACityInsideASentenceCounts() {
    Tokens tokens = Tokens.of("Туристите в Варна чакат.");

    assertThat(forms(recognizer.recognizeBeside(tokens, BULGARIAN), tokens))
        .containsExactly("Варна");
  }

  @Test
  void georgianLettersAreNotSmallOnes() {
    Tokens tokens = Tokens.of("თბილისი ემზადება.");

    assertThat(forms(recognizer.recognize(tokens, new LanguageGuess("ka", 1)), tokens))
        .containsExactly("თბილისი");
  }

  private static List<String> forms(List<NameSpan> names, Tokens tokens) {
    return names.stream()
        .map(name -> tokens.text().substring(name.span().start(), name.span().end()))
        .toList();
  }
}
