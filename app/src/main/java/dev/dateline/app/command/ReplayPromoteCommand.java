package dev.dateline.app.command;

import dev.dateline.app.instance.ReplayDesk;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline replay promote}: a version becomes live. */
@Command(
    name = "promote",
    description = {
      "Publish a version: each of its articles becomes a new revision with the new tags, in topics and"
          + " tables, once enrich has come to it.",
      "An article that changed since it was tagged, or was deleted, stays as it is. The same again, also"
          + " after a kill, makes no second revision."
    },
    footer = {"", "Example: dateline replay promote deep-1"})
final class ReplayPromoteCommand implements Callable<Integer> {

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
    int articles =
        ReplayDesk.open(ProcessSettings.load(common, Map.of()), data.folder()).promote(version);
    Terminal.standardError()
        .printf("dateline: handed %d articles of %s to enrich%n", articles, version);
    return ExitCode.OK.code();
  }
}
