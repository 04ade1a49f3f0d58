package dev.dateline.enrich.stage.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.stage.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommonWordsTest {

  private static final int SINGLE = 1 << 6;

  @Test
  void knowsWordsBeginningsAndPairs() throws IOException {
    CommonWords words = read(bytes("ప్రభుత్వం 東京", 2));

    assertThat(levels(words, "ప్రభుత్వం ప్రభుత్వాలు రేవంత్")).containsExactly(2 << 4 | 2, 2, 0);
    assertThat(levels(words, "東京 京東 東 京"))
        .containsExactly(
            SINGLE | 2 << 4 | 2,
            SINGLE | 2 << 4 | 2 << 2,
            SINGLE | 2 << 4,
            SINGLE | 2 << 4,
            SINGLE | 2 << 4,
            SINGLE | 2 << 4);
  }

  @Test
  void whatHasCaseIsNeitherRareNorCommon() throws IOException {
    CommonWords words = read(bytes("ప్రభుత్వం", 3));

    byte[] levels = levels(words, "Rome ప్రభుత్వం, రేవంత్ 5");
    assertThat(levels[0]).isEqualTo(levels[2]).isEqualTo(levels[4]);
    assertThat(levels[0]).isNotIn(levels[1], levels[3]);
  }

  @Test
  void wordsWithCaseAreNotCounted() {
    assertThat(CommonWords.slots("The government said no")).isEmpty();
  }

  @Test
  void theShippedCountsTellCommonWordsFromNames() {
    byte[] levels = levels(CommonWords.shipped(), "सरकार के लोगों ने रेवंत");

    assertThat(levels[0] >> 4).isPositive();
    assertThat(levels[1] >> 4).isEqualTo(CommonWords.MOST_COMMON);
    assertThat(levels[4] >> 4).isZero();
  }

  @Test
  void otherBytesAreRefused() throws IOException {
    byte[] cut = bytes("ప్రభుత్వం", 3);

    assertThatThrownBy(() -> read(new byte[8])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(Arrays.copyOf(cut, cut.length - 1)))
        .isInstanceOf(IOException.class);
  }

  private static byte[] levels(CommonWords words, String text) {
    Tokens tokens = Tokens.of(text);
    return words.levels(tokens, new WordForms(tokens));
  }

  private static byte[] bytes(String text, int level) throws IOException {
    SortedMap<Integer, Integer> levels = new TreeMap<>();
    CommonWords.slots(text).forEach(slot -> levels.put(slot, level));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommonWords.write(levels, out);
    return out.toByteArray();
  }

  private static CommonWords read(byte[] bytes) throws IOException {
    return CommonWords.read(new ByteArrayInputStream(bytes));
  }
}
