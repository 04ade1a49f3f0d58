package dev.dateline.app.command;

import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.IngestSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline ingest}: read and publish. */
@Command(
    name = "ingest",
    description = {
      "Read articles and publish them to news.article.v1.",
      "Settings: ingest.*, kafka.*, http.*."
    })
final class IngestCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private SourceOptions source = new SourceOptions();

  @Override
  public Integer call() {
    return ServiceRun.untilStopped(
        common,
        source.flags(),
        (settings, clients, metrics) -> {
          IngestService ingest =
              new IngestService(
                  clients,
                  clients.registry(),
                  IngestSettings.from(settings),
                  metrics,
                  IngestListener.NONE);
          return source.once()
              ? ServiceRun.Parts.ending(ingest, ingest.firstPass())
              : ServiceRun.Parts.of(ingest);
        });
  }
}
