package dev.dateline.app.command;

import dev.dateline.app.deadletter.LetterGroup;
import dev.dateline.app.instance.DeadLetterDesk;
import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.DeadLetterJson;
import dev.dateline.app.output.DeadLetterLine;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline dlq list}: what waits, by reason. */
@Command(
    name = "list",
    description = {
      "List the dead letters that wait, grouped by stage and code, the most frequent first.",
      "'dateline dlq redrive --all --dry-run' names each of them."
    },
    footer = {"", "Example: dateline dlq list --output ndjson | jq 'select(.redrivable > 0)'"})
final class DlqListCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    DeadLetterDesk desk =
        DeadLetterDesk.open(ProcessSettings.load(common, Map.of()), data.folder());
    List<LetterGroup> groups = LetterGroup.of(desk.list());
    PrintStream out = Terminal.standardOutput();
    if (output.format() == OutputFormat.TABLE) {
      table(out, groups);
    } else {
      try (ArticlePrinter printer = new ArticlePrinter(out, output.format())) {
        groups.forEach(group -> printer.print(DeadLetterJson.of(group)));
      }
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private static void table(PrintStream out, List<LetterGroup> groups) {
    if (groups.isEmpty()) {
      Terminal.standardError().println("dateline: no dead letter waits.");
      return;
    }
    out.println(DeadLetterLine.head());
    groups.forEach(group -> out.println(DeadLetterLine.of(group)));
  }
}
