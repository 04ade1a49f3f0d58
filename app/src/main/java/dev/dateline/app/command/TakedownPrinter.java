package dev.dateline.app.command;

import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.TakedownJson;
import dev.dateline.app.output.TakedownLine;
import dev.dateline.app.output.Terminal;
import dev.dateline.schemas.Takedown;
import java.io.PrintStream;
import java.util.List;

/** Prints what was said of articles. */
final class TakedownPrinter {

  private TakedownPrinter() {}

  static void print(OutputFormat format, List<Takedown> takedowns) {
    PrintStream out = Terminal.standardOutput();
    try (ArticlePrinter printer = new ArticlePrinter(out, format)) {
      for (Takedown takedown : takedowns) {
        if (format == OutputFormat.TABLE) {
          out.println(TakedownLine.of(takedown));
        } else {
          printer.print(TakedownJson.of(takedown));
        }
      }
    }
  }
}
