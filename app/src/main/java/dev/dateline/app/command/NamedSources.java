package dev.dateline.app.command;

import dev.dateline.app.instance.SourceDesk;
import dev.dateline.runtime.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sources that a command is told by their ids. */
final class NamedSources {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "Ids of sources, as 'dateline source list' shows them.")
  private List<String> ids = new ArrayList<>();

  /** Does something with them. */
  int with(BiConsumer<SourceDesk, List<String>> work) {
    ProcessSettings.logTo(common, "ERROR");
    try (SourceDesk desk = SourceDesk.open(ProcessSettings.load(common, Map.of()), data.folder())) {
      work.accept(desk, ids);
    }
    return ExitCode.OK.code();
  }
}
