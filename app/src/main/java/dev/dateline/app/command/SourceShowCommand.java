package dev.dateline.app.command;

import dev.dateline.app.instance.SourceDesk;
import dev.dateline.app.output.SourceJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline source show}: all of one source. */
@Command(
    name = "show",
    description = "Show all that is stated and known of a source, as JSON.",
    footer = {"", "Example: dateline source show example.org-1a2b3c4d"})
final class SourceShowCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "As 'dateline source list' shows it.")
  private String id = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    try (SourceDesk desk = SourceDesk.open(ProcessSettings.load(common, Map.of()), data.folder())) {
      Terminal.standardOutput().println(SourceJson.of(desk.show(id)).toPrettyString());
    }
    return ExitCode.OK.code();
  }
}
