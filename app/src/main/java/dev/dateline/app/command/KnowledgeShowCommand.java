package dev.dateline.app.command;

import dev.dateline.app.instance.EntityDesk;
import dev.dateline.app.output.EntityJson;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline knowledge show}: an entity as it holds now. */
@Command(
    name = "show",
    description = {"Show what is known of an entity, as JSON."},
    footer = {"", "Example: dateline knowledge show wikidata:Q148"})
final class KnowledgeShowCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "CURIE, such as wikidata:Q148 or own:zulvex.")
  private String id = "";

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    Settings settings = ProcessSettings.load(common, Map.of());
    EntityDesk desk = EntityDesk.toRead(settings, data.folder());
    PrintStream out = Terminal.standardOutput();
    if (!desk.isConnected()) {
      Terminal.standardError()
          .println(
              "dateline: no instance runs here; what operators said of entities is not known.");
    }
    out.println(
        desk.find(id)
            .map(entity -> EntityJson.of(entity, desk.isStated(id)))
            .orElseThrow(
                () ->
                    new UserException(
                        ExitCode.NOT_FOUND,
                        desk.isRemoved(id)
                            ? id + " was removed. 'dateline knowledge restore' brings it back."
                            : "Nobody knows " + id + ".")));
    out.flush();
    return ExitCode.OK.code();
  }
}
