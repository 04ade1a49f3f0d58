package dev.dateline.enrich.stage.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

  private static final List<String> VOCABULARY =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "Со", "##фия", "##ф", "и", "не", ",", ".", "北", "京",
          "##a", "a", "l", "'", "Italia", "😀", "##́", "й", "##з", "(", ")");

  private final WordPieces pieces = pieces(VOCABULARY);

  private static WordPieces pieces(List<String> vocabulary) {
    try {
      return WordPieces.of(vocabulary);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> split(String text) {
    return split(text, Integer.MAX_VALUE);
  }

  /** Each piece as the vocabulary has it, and behind a colon the text that it covers. */
  private List<String> split(String text, int most) {
    Pieces found = pieces.split(text, 0, text.length(), most);
    List<String> result = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      result.add(
          VOCABULARY.get(found.ids()[i])
              + ":"
              + text.substring(found.starts()[i], found.ends()[i]));
    }
    return result;
  }

  @Test
  void takesTheLongestPieceFirst() {
    assertThat(split("София, и")).containsExactly("Со:Со", "##фия:фия", ",:,", "и:и");
  }

  @Test
  void aWordWithAnUnknownPartIsUnknownAsAWhole() {
    assertThat(split("Софx не")).containsExactly("[UNK]:Софx", "не:не");
  }

  @Test
  void punctuationAndHanStandAlone() {
    assertThat(split("l'Italia (北京)"))
        .containsExactly("l:l", "':'", "Italia:Italia", "(:(", "北:北", "京:京", "):)");
  }

  @Test
  void invisibleCharactersArePassedOverAndCovered() {
    assertThat(split("Со\u200Dфия \u200Eне\u0000з"))
        .containsExactly("Со:Со", "##фия:фия", "не:не", "##з:з");
  }

  @Test
  void offsetsCountCodeUnits() {
    assertThat(split("😀 и 😀")).containsExactly("😀:😀", "и:и", "😀:😀");
  }

  @Test
  void aRangeKeepsTheOffsetsOfTheWholeText() {
    Pieces found = pieces.split("не и не", 3, 7, 10);

    assertThat(found.starts()).containsExactly(3, 5);
    assertThat(found.ends()).containsExactly(4, 7);
  }

  @Test
  void noWordIsBegunBeyondTheLimit() {
    assertThat(split("не и не и", 2)).hasSize(2);
    assertThat(split("София и", 1)).containsExactly("Со:Со", "##фия:фия");
  }

  @Test
  void aVeryLongWordIsOneUnknownPiece() {
    String word = "a".repeat(3_000_000);

    Pieces found = pieces.split(word + " и", 0, word.length() + 2, 10);

    assertThat(found.ids()).containsExactly(1, VOCABULARY.indexOf("и"));
    assertThat(found.ends()[0]).isEqualTo(word.length());
  }

  @Test
  void manyShortWordsAreReadInOnePass() {
    String text = "Со\u0301и ,".repeat(300_000);

    assertThat(pieces.split(text, 0, text.length(), Integer.MAX_VALUE).size()).isEqualTo(600_000);
  }

  @Test
  void loneSurrogatesAndEmptyTextsDoNoHarm() {
    assertThat(split("\uD83D и \uDE00")).containsExactly("и:и");
    assertThat(split("")).isEmpty();
    assertThat(split(" \u200B\t")).isEmpty();
  }

  @Test
  void findsThePieceOfAnOffset() {
    Pieces found = pieces.split("София и", 0, 7, 10);

    assertThat(found.at(0)).isZero();
    assertThat(found.at(2)).isEqualTo(1);
    assertThat(found.at(5)).isEqualTo(2);
    assertThat(found.at(99)).isEqualTo(2);
  }

  @Test
  void aVocabularyWithoutMarksIsRefused() {
    assertThatThrownBy(() -> WordPieces.of(List.of("a")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("[UNK]");
  }
}
