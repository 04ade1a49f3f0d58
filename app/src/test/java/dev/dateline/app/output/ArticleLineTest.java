package dev.dateline.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleLineTest {

  @ParameterizedTest
  @CsvSource({"София,5", "東京,4", "한국,4", "café,4", "'',0", "שלום,4"})
  void countsColumnsAsTerminalsDo(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void combiningMarksTakeNoColumn() {
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"Метрото,20", "Метрото стига до Банкя,10", "青海冷湖的望远镜,7", "नई दिल्ली में,6"})
  void fitsEveryScriptIntoItsColumns(String text, int width) {
    String fitted = DisplayWidth.fit(text, width);

    assertThat(DisplayWidth.of(fitted)).isEqualTo(width);
  }

  @Test
  void neverSendsControlsToTheTerminal() {
    String hostile = "A\u001b[31mred\u0007\r\nB\u202eC\tD";

    assertThat(ArticleLine.printable(hostile)).isEqualTo("A[31mred BC D");
  }
}
