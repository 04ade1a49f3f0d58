package dev.dateline.app.command;

import dev.dateline.console.ConsoleService;
import dev.dateline.console.ConsoleSettings;
import dev.dateline.runtime.http.HttpSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline console}: watch. */
@Command(
    name = "console",
    description = {
      "Serve the operators' page: the latest articles, live, and the state of each service.",
      "Settings: console.*, http.*, kafka.*."
    })
final class ConsoleCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    return ServiceRun.untilStopped(
        common,
        Map.of(),
        (settings, clients, metrics) -> {
          ConsoleService console =
              new ConsoleService(ConsoleSettings.from(settings), clients, metrics, Map::of);
          return ServiceRun.Parts.of(console, List.of(console.routes(HttpSettings.from(settings))));
        });
  }
}
