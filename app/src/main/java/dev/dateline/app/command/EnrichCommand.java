package dev.dateline.app.command;

import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.enrich.stage.FastTagger;
import dev.dateline.enrich.topology.EnrichListener;
import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.enrich.topology.EnrichSettings;
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
        (settings, clients, metrics) ->
            ServiceRun.Parts.of(
                new EnrichService(
                    clients,
                    EnrichSettings.from(settings),
                    FastTagger.over(KnowledgeSettings.from(settings).load()),
                    metrics,
                    EnrichListener.NONE)));
  }
}
