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

/** {@code dateline knowledge correct}: what is wrong of an entity. */
@Command(
    name = "correct",
    description = {
      "Correct an entity: what is given here replaces what was known, the rest stays.",
      "From then on the entity is wholly as 'dateline knowledge show' says, whatever later imports"
          + " bring; 'dateline knowledge restore' takes that back."
    },
    footer = {
      "",
      "Example: dateline knowledge correct geonames:727011 --name sq=Sofja --no-alias Sredets"
    })
final class KnowledgeCorrectCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private EntityOptions entity = new EntityOptions();

  @Parameters(paramLabel = "ID", description = "CURIE, such as wikidata:Q148 or own:zulvex.")
  private String id = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    EntityDesk desk = EntityDesk.toWrite(settings, data.folder());
    desk.put(
        entity.corrected(
            desk.find(id)
                .orElseThrow(
                    () ->
                        new UserException(
                            ExitCode.NOT_FOUND,
                            "Nobody knows "
                                + id
                                + ". Use 'dateline knowledge add', or 'restore' where it"
                                + " was removed."))));
    return ExitCode.OK.code();
  }
}
