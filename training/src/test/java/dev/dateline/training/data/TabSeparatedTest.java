package dev.dateline.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TabSeparatedTest {

  @Test
  void readsFieldsWithQuotesTabsAndLineBreaks() {
    String file = "kind\ttext\nnews\t\"One \"\"two\"\"\nthree\tfour\"\nplain\tSay \"five\"\r\n";

    assertThat(TabSeparated.rows(file))
        .containsExactly(
            List.of("kind", "text"),
            List.of("news", "One \"two\"\nthree\tfour"),
            List.of("plain", "Say \"five\""));
  }

  @Test
  void readsALastLineThatDoesNotEnd() {
    assertThat(TabSeparated.rows("a\tb")).containsExactly(List.of("a", "b"));
  }
}
