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

/** {@code dateline knowledge remove}: an entity that no article is to be tagged with. */
@Command(
    name = "remove",
    description = {
      "Remove an entity: no article is tagged with it from the next one on.",
      "An entity of the knowledge files is hidden; 'dateline knowledge restore' shows it again."
    },
    footer = {"", "Example: dateline knowledge remove own:zulvex"})
final class KnowledgeRemoveCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "CURIE, such as wikidata:Q148 or own:zulvex.")
  private String id = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    EntityDesk desk = EntityDesk.toWrite(settings, data.folder());
    if (desk.find(id).isEmpty()) {
      throw new UserException(ExitCode.NOT_FOUND, "Nobody knows " + id + ".");
    }
    desk.remove(id);
    return ExitCode.OK.code();
  }
}
