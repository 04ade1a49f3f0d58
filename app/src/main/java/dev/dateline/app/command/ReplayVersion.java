package dev.dateline.app.command;

import dev.dateline.app.instance.ReplayDesk;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A version of tags that a command is told by its name. */
final class ReplayVersion {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "Name of the version, as --into gave it.")
  private String name = "";

  /** Does something with it. */
  <T> T with(BiFunction<ReplayDesk, String, T> work) {
    ProcessSettings.logTo(common, "ERROR");
    return work.apply(ReplayDesk.open(ProcessSettings.load(common, Map.of()), data.folder()), name);
  }
}
