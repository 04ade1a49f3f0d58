package dev.dateline.app.command;

import dev.dateline.app.ledger.LedgerService;
import dev.dateline.sink.SinkListener;
import dev.dateline.sink.SinkService;
import dev.dateline.sink.SinkSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline sink}: store. */
@Command(
    name = "sink",
    description = {
      "Store enriched articles in PostgreSQL, exactly once.",
      "Start as many as there are partitions; they share the work. Settings: sink.*, kafka.*,"
          + " http.*."
    })
final class SinkCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    return ServiceRun.untilStopped(
        common,
        Map.of(),
        (settings, clients, metrics) -> {
          SinkSettings database = SinkSettings.from(settings);
          SinkService sink = new SinkService(clients, database, SinkListener.NONE, metrics);
          LedgerService ledger =
              new LedgerService(clients, database, LedgerService.INTERVAL, metrics);
          return new ServiceRun.Parts(sink.name(), List.of(sink, ledger), List.of(), null);
        });
  }
}
