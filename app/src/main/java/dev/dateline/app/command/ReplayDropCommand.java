package dev.dateline.app.command;

import dev.dateline.app.instance.ReplayDesk;
import dev.dateline.runtime.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline replay drop}: a version is of no use any more. */
@Command(
    name = "drop",
    description = "Delete the topic of a version; what was promoted stays.",
    footer = {"", "Example: dateline replay drop deep-1"})
final class ReplayDropCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "Name of the version, as --into gave it.")
  private String version = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    ReplayDesk.open(ProcessSettings.load(common, Map.of()), data.folder()).drop(version);
    return ExitCode.OK.code();
  }
}
