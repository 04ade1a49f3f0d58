package dev.dateline.app.command;

import dev.dateline.app.instance.ReplayDesk;
import dev.dateline.runtime.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline replay show}: how a version differs from what is live. */
@Command(
    name = "show",
    description = "Compare a version with what is live now: topics and entities added and gone.",
    footer = {"", "Example: dateline replay show deep-1"})
final class ReplayShowCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "Name of the version, as --into gave it.")
  private String version = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    ReplayDesk desk = ReplayDesk.open(ProcessSettings.load(common, Map.of()), data.folder());
    ReplayPrinter.print(output.format(), each -> desk.compare(version, each));
    return ExitCode.OK.code();
  }
}
