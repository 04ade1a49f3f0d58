package dev.dateline.app.command;

import dev.dateline.app.instance.LedgerDesk;
import dev.dateline.app.ledger.Entry;
import dev.dateline.app.ledger.Ledger;
import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.LedgerLine;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dateline ledger}: what became of every article. */
@Command(
    name = "ledger",
    description = {
      "Show, by source and stage, what came in, went on, said nothing new, is a dead letter, was taken"
          + " down, and is on its way.",
      "The difference is what a stage was handed and what is nowhere: 0 at rest. Counts are read where"
          + " they are committed together with what they count. The sink's need sink.jdbc-url, or an"
          + " instance that runs in the data folder."
    },
    footer = {"", "Example: dateline ledger --output ndjson | jq 'select(.difference != 0)'"})
final class LedgerCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Option(names = "--source", paramLabel = "ID", description = "This source alone.")
  private @Nullable String source;

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Ledger ledger = LedgerDesk.read(ProcessSettings.load(common, Map.of()), data.folder());
    List<Entry> entries =
        ledger.entries().stream()
            .filter(entry -> source == null || entry.source().equals(source))
            .toList();
    if (source != null && entries.isEmpty()) {
      throw new UserException(
          ExitCode.NOT_FOUND,
          "Nothing was ingested of a source "
              + source
              + ". 'dateline ledger' shows those of which something was.");
    }
    PrintStream out = Terminal.standardOutput();
    if (output.format() == OutputFormat.TABLE) {
      out.println(LedgerLine.head());
      entries.forEach(entry -> out.println(LedgerLine.of(entry)));
      out.flush();
    } else {
      try (ArticlePrinter printer = new ArticlePrinter(out, output.format())) {
        entries.forEach(entry -> printer.print(LedgerLine.json(entry)));
      }
    }
    if (ledger.sink().isEmpty()) {
      Terminal.standardError()
          .println("dateline: the sink is not in it: name its database with sink.jdbc-url.");
    }
    return ExitCode.OK.code();
  }
}
