package dev.dateline.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void aRowIsALineAndABarInACellIsEscaped() {
    String table = new MarkdownTable("name", "value").row("a|b", 3).toString();

    assertThat(table).isEqualTo("| name | value |\n| --- | --- |\n| a\\|b | 3 |\n");
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    MarkdownTable table = new MarkdownTable("name", "value");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.row("alone"))
        .withMessageContaining("1 cells for 2 columns");
  }
}
