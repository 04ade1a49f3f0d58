package dev.dateline.sink.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "Harbour storm~('harbour') & ('storm')",
        "harbour or storm~('harbour') | ('storm')",
        "a b OR c~('a') & ('b') | ('c')",
        "harbour -storm~('harbour') & !('storm')",
        "\"old harbour\" x~('old' <-> 'harbour') & ('x')",
        "-\"old harbour\" x~!('old' <-> 'harbour') & ('x')",
        "„старо пристанище“~('старо' <-> 'пристанище')",
        "\"never closed~('never' <-> 'closed')",
        "COVID-19~('covid' <-> '19')",
        "北京~('北' <-> '京')",
        "harb*~('harb':*)",
        "or~",
        "a or or b~('a') | ('b')",
        "\"or\"~('or')",
        "O'Neill~('o''neill')",
      })
  void readsWhatPeopleType(String typed, String expected) {
    assertThat(SearchQuery.parse(typed).toTsQuery()).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "-", "\"\"", "!!! ???", "*", "- -", "💥"})
  void mayHaveNoWord(String typed) {
    assertThat(SearchQuery.parse(typed).isEmpty()).isTrue();
  }

  @Test
  void isBounded() {
    assertThat(SearchQuery.parse("wort ".repeat(100_000)).toTsQuery().split("&")).hasSize(64);
  }

  @Test
  void anythingIsAQueryOrNone() {
    Random random = new Random(11);
    String alphabet = "ab \"-*'\\|&!<>():„“«»or北\u0000\ud800";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder typed = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      String query = SearchQuery.parse(typed.toString()).toTsQuery();

      assertThat(query).matches("(!?\\('[^ ]+'( <-> '[^ ]+')*(:\\*)?\\)( [&|] )?)*");
    }
  }
}
