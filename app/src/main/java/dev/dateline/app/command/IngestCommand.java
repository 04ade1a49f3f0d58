package dev.dateline.app.command;

import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.push.PushService;
import dev.dateline.ingest.push.PushSettings;
import dev.dateline.ingest.watch.WatchService;
import dev.dateline.ingest.watch.WatchSettings;
import dev.dateline.ingest.websub.WebSubService;
import dev.dateline.ingest.websub.WebSubSettings;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline ingest}: read and publish. */
@Command(
    name = "ingest",
    description = {
      "Read articles and publish them to news.article.v1: those of a folder, and a share of the"
          + " sources on the web that 'dateline source' names.",
      "Settings: ingest.*, watch.*, websub.*, push.*, fetch.*, kafka.*, http.*."
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
          boolean folder = source.once() || settings.optionalText("ingest.path").isPresent();
          List<Service> services = new ArrayList<>();
          List<HttpRoutes> routes = new ArrayList<>();
          if (!source.once()) {
            PushService push = push(settings, clients, metrics);
            services.add(watch(settings, clients, metrics));
            services.add(push);
            routes.add(push.routes());
            WebSubService webSub = webSub(settings, clients, metrics);
            services.add(webSub);
            routes.add(webSub.routes());
          }
          if (!folder) {
            return new ServiceRun.Parts("ingest", services, routes, null);
          }
          IngestService ingest =
              new IngestService(
                  clients,
                  clients.registry(),
                  IngestSettings.from(settings),
                  metrics,
                  IngestListener.NONE);
          services.add(ingest);
          return source.once()
              ? ServiceRun.Parts.ending(ingest, ingest.firstPass())
              : new ServiceRun.Parts("ingest", services, routes, null);
        });
  }

  private static PushService push(Settings settings, KafkaClients clients, Metrics metrics) {
    return new PushService(
        clients,
        clients.registry(),
        PushSettings.from(settings),
        IngestSettings.limits(settings),
        metrics,
        IngestListener.NONE);
  }

  private static WebSubService webSub(Settings settings, KafkaClients clients, Metrics metrics) {
    return new WebSubService(
        clients,
        clients.registry(),
        WebSubSettings.from(settings),
        FetchSettings.from(settings),
        metrics);
  }

  private static WatchService watch(Settings settings, KafkaClients clients, Metrics metrics) {
    return new WatchService(
        clients,
        clients.registry(),
        WatchSettings.from(settings),
        WebSubSettings.from(settings),
        FetchSettings.from(settings),
        IngestSettings.limits(settings),
        metrics,
        IngestListener.NONE);
  }
}
