package dev.dateline.training.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown, row by row. */
public final class MarkdownTable {

  private final int columns;
  private final StringBuilder lines = new StringBuilder();

  /** A table with these columns. */
  public MarkdownTable(String... columns) {
    this(List.of(columns));
  }

  /** A table with these columns. */
  public MarkdownTable(List<String> columns) {
    this.columns = columns.size();
    line(columns);
    lines.append("| --- ".repeat(columns.size())).append("|\n");
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException where it has not one cell for each column
   */
  public MarkdownTable row(Object... cells) {
    return row(Arrays.stream(cells).map(String::valueOf).toList());
  }

  /** The same, of a list. */
  public MarkdownTable row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    line(cells);
    return this;
  }

  /** The lines of the table, each with its end. */
  @Override
  public String toString() {
    return lines.toString();
  }

  private void line(List<String> cells) {
    lines.append(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|").strip())
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
