package dev.dateline.app.command;

import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.ReplayLine;
import dev.dateline.app.output.Terminal;
import dev.dateline.app.replay.ReplaySummary;
import dev.dateline.app.replay.TagDifference;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.Function;

/** Prints the articles that differ, as they come, and the summary at the end. */
final class ReplayPrinter {

  private ReplayPrinter() {}

  static void print(OutputFormat format, Function<Consumer<TagDifference>, ReplaySummary> work) {
    PrintStream out = Terminal.standardOutput();
    ReplaySummary summary;
    try (ArticlePrinter printer = new ArticlePrinter(out, format)) {
      summary =
          work.apply(
              difference -> {
                if (difference.isEmpty()) {
                  return;
                }
                if (format == OutputFormat.TABLE) {
                  out.println(ReplayLine.of(difference));
                  out.flush();
                } else {
                  printer.print(ReplayLine.json(difference));
                }
              });
    }
    Terminal.standardError().println("dateline: " + ReplayLine.of(summary));
  }
}
