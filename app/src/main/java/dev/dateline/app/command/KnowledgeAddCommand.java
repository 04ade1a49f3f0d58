package dev.dateline.app.command;

import dev.dateline.app.instance.EntityDesk;
import dev.dateline.enrich.knowledge.EntityDraft;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline knowledge add}: an entity that nobody knows yet. */
@Command(
    name = "add",
    description = {
      "Add an entity that nobody knows yet; articles are tagged with it from the next one on.",
      "It goes to the topic news.entity.v1 and stays over restarts."
    },
    footer = {
      "",
      "Example: dateline knowledge add own:zulvex --type ORGANIZATION --name en=Zulvex --name"
          + " bg=Зулвекс"
    })
final class KnowledgeAddCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private EntityOptions entity = new EntityOptions();

  @Parameters(paramLabel = "ID", description = "CURIE, such as wikidata:Q148 or own:zulvex.")
  private String id = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    if (!EntityDraft.isCurie(id)) {
      throw new UserException(
          ExitCode.USAGE, "The id '" + id + "' is not written prefix:name in ASCII.");
    }
    EntityDesk desk = EntityDesk.toWrite(settings, data.folder());
    if (desk.find(id).isPresent()) {
      throw new UserException(
          ExitCode.USAGE, id + " is known already. Use 'dateline knowledge correct'.");
    }
    desk.put(entity.entity(id));
    return ExitCode.OK.code();
  }
}
