package dev.dateline.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Knowledge;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameSwapsTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load();

  private static final List<MarkedText> TEXTS =
      List.of(
          written("[PER Mira Holt] lives in [LOC Dunmarsh]."),
          written("Nobody saw [PER Jonas Peel] leave."),
          BracketText.parse("written", BracketText.HELD_BACK, "et", "[PER Ada Secret] came home."),
          BracketText.parse("slavner", "", "et", "[PER Karel Gold] came too."));

  @Test
  void aCopySaysTheSameOfOtherNamesOfItsKind() {
    List<MarkedText> copies = NameSwaps.of(TEXTS, KNOWLEDGE, 1).round(0);

    assertThat(copies)
        .extracting(MarkedText::text)
        .contains("Jonas Peel lives in Dunmarsh.", "Nobody saw Mira Holt leave.")
        .allMatch(text -> text.endsWith(" lives in Dunmarsh.") || text.startsWith("Nobody saw "));
    assertThat(copies)
        .allSatisfy(
            copy ->
                assertThat(copy.names())
                    .allSatisfy(
                        name ->
                            assertThat(copy.text().substring(name.start(), name.end()))
                                .isIn("Mira Holt", "Jonas Peel", "Dunmarsh")));
  }

  @Test
  void noCopyOfWhatIsHeldBackOrOfAPublicSet() {
    assertThat(NameSwaps.of(TEXTS, KNOWLEDGE, 1).round(0))
        .extracting(MarkedText::text)
        .noneMatch(text -> text.contains("Secret") || text.contains("Gold"));
  }

  @Test
  void eachRoundHasItsOwnCopiesAndTheSameAgain() {
    NameSwaps swaps = NameSwaps.of(TEXTS, KNOWLEDGE, 1);

    assertThat(texts(swaps.round(3))).isEqualTo(texts(swaps.round(3)));
    assertThat(texts(swaps.round(3))).isNotEqualTo(texts(swaps.round(4)));
  }

  private static List<String> texts(List<MarkedText> copies) {
    return copies.stream().map(MarkedText::text).toList();
  }

  private static MarkedText written(String line) {
    return BracketText.parse("written", "", "et", line);
  }
}
