package dev.dateline.app.command;

import dev.dateline.app.instance.SourceDesk;
import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.SourceJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.ingest.watch.SourceCatalog.Listed;
import dev.dateline.runtime.ExitCode;
import dev.dateline.schemas.SourceState;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline source list}: what is watched, and how it does. */
@Command(
    name = "list",
    description = "List the sources that are watched, and how they do.",
    footer = {"", "Example: dateline source list --output ndjson | jq 'select(.failure)'"})
final class SourceListCommand implements Callable<Integer> {

  private static final String ROW = "%-8s %-7s %9s %9s  %-40s %s%n";

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    List<Listed> sources;
    try (SourceDesk desk = SourceDesk.open(ProcessSettings.load(common, Map.of()), data.folder())) {
      sources = desk.list();
    }
    PrintStream out = Terminal.standardOutput();
    if (output.format() == OutputFormat.TABLE) {
      table(out, sources);
    } else {
      try (ArticlePrinter printer = new ArticlePrinter(out, output.format())) {
        sources.forEach(source -> printer.print(SourceJson.of(source)));
      }
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private static void table(PrintStream out, List<Listed> sources) {
    if (sources.isEmpty()) {
      Terminal.standardError()
          .println("dateline: no source is watched yet. Add one: dateline source add URL");
      return;
    }
    out.printf(ROW, "STATUS", "KIND", "EVERY", "PUBLISHED", "ID", "URL, OR WHAT IS WRONG");
    for (Listed listed : sources) {
      SourceState state = listed.state();
      out.printf(
          Locale.ROOT,
          ROW,
          listed.source().getPaused() ? "paused" : lower(state.getStatus()),
          lower(listed.source().getKind()),
          state.getIntervalSeconds() == 0 ? "" : state.getIntervalSeconds() / 60 + " min",
          state.getPublished(),
          listed.source().getId(),
          state.getFailure() == null ? listed.source().getUrl() : state.getFailure());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
