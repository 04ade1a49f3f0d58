package dev.dateline.sink.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.sink.text.SearchDocument.Weight;
import org.junit.jupiter.api.Test;

class SearchDocumentTest {

  @Test
  void weighsAndPlacesWords() {
    String vector =
        new SearchDocument().add("Old harbour", Weight.A).add("The old town", Weight.D).toVector();

    assertThat(vector).isEqualTo("'old':1A,12 'harbour':2A 'the':11 'town':13");
  }

  @Test
  void quotesWhatPostgresWouldRead() {
    assertThat(new SearchDocument().add("o'neill", Weight.B).toVector()).isEqualTo("'o''neill':1B");
  }

  @Test
  void staysBelowTheLimitsOfATsvector() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("слово").append(Integer.toString(i, 36)).append("на ".repeat(2));
    }

    String vector = new SearchDocument().add(text.toString(), Weight.D).toVector();

    assertThat(vector.getBytes(UTF_8).length).isLessThan(1_000_000);
    assertThat(vector).doesNotContain(":16384");
  }
}
