package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "Mira Held, Mira Held",
    "mira@a.example (Mira Held), Mira Held",
    "Mira Held (mira@a.example), Mira Held",
    "Mira Held <mira@a.example>, Mira Held",
    "mira@a.example, mira@a.example",
  })
  void takesTheName(String author, String expected) {
    assertThat(PersonName.of(author)).isEqualTo(expected);
  }
}
