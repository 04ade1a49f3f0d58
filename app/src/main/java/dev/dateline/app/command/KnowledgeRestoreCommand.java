package dev.dateline.app.command;

import dev.dateline.app.instance.EntityDesk;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline knowledge restore}: takes back what was said of an entity. */
@Command(
    name = "restore",
    description = {
      "Take back what operators said of an entity: it is again as the knowledge files have it."
    },
    footer = {"", "Example: dateline knowledge restore geonames:727011"})
final class KnowledgeRestoreCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "CURIE, such as wikidata:Q148 or own:zulvex.")
  private String id = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    EntityDesk desk = EntityDesk.toWrite(settings, data.folder());
    if (!desk.isStated(id) && !desk.isRemoved(id)) {
      throw new UserException(ExitCode.NOT_FOUND, "No operator said anything of " + id + ".");
    }
    desk.restore(id);
    return ExitCode.OK.code();
  }
}
