package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.app.service.Taggers;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.EnrichListener;
import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.enrich.topology.EnrichSettings;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline enrich}: register and tag. */
@Command(
    name = "enrich",
    description = {
      "Register and tag articles: news.article.v1 to news.enriched.v1.",
      "Start as many as there are partitions; they share the work. Settings: enrich.*, kafka.*,"
          + " http.*."
    })
final class EnrichCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    return ServiceRun.untilStopped(
        common,
        Map.of(),
        (settings, clients, metrics) -> {
          EnrichSettings enrich = EnrichSettings.from(settings);
          PrintStream err = Terminal.standardError();
          Tagger tagger =
              Taggers.load(
                  enrich,
                  KnowledgeSettings.from(settings).load(),
                  line -> err.println("dateline: " + line));
          return ServiceRun.Parts.of(
              new EnrichService(clients, enrich, tagger, metrics, EnrichListener.NONE));
        });
  }
}
