package dev.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmpersandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a?x=1&copy=2 | a?x=1&amp;copy=2",
        "A & B && C&amp;D &#38; &#x26; | A &amp; B &amp;&amp; C&amp;D &#38; &#x26;",
        "&<![CDATA[a & b]]>& | &amp;<![CDATA[a & b]]>&amp;",
        "<![CDATA[a & b | <![CDATA[a & b",
        "nothing | nothing",
      })
  void escapesWhatStandsAlone(String text, String expected) {
    assertThat(Ampersands.escaped(text)).isEqualTo(expected);
  }
}
