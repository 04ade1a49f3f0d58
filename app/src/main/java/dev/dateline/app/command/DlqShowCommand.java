package dev.dateline.app.command;

import dev.dateline.app.deadletter.Selection;
import dev.dateline.app.instance.DeadLetterDesk;
import dev.dateline.app.output.DeadLetterJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline dlq show}: all of one letter. */
@Command(
    name = "show",
    description = "Show all of a dead letter as JSON, with the head of its bytes.",
    footer = {"", "Example: dateline dlq show news.article.v1-3@1742"})
final class DlqShowCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(
      paramLabel = "KEY|ID",
      description = "Key of the letter, or id of an article for all letters of it.")
  private String name = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    PrintStream out = Terminal.standardOutput();
    DeadLetterDesk.open(ProcessSettings.load(common, Map.of()), data.folder())
        .show(
            new Selection(List.of(name), Optional.empty(), Optional.empty()),
            (waiting, letter) -> out.println(DeadLetterJson.of(waiting, letter).toPrettyString()));
    out.flush();
    return ExitCode.OK.code();
  }
}
