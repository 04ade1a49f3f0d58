package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.RunningProcess;
import dev.dateline.app.service.TopicPreparation;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Settings;
import java.util.List;
import java.util.Map;

/** Runs one service in this process until it is told to stop. */
final class ServiceRun {

  /** What runs, and what it adds to the endpoint of the process. */
  record Parts(Service service, List<HttpRoutes> routes) {

    static Parts of(Service service) {
      return new Parts(service, List.of());
    }
  }

  /** Makes a service from the settings of the process. */
  @FunctionalInterface
  interface Assembly {
    Parts assemble(Settings settings, KafkaClients clients, Metrics metrics);
  }

  private ServiceRun() {}

  /**
   * Runs it.
   *
   * @param flags settings that the command's own flags and arguments give
   */
  static int untilStopped(CommonOptions options, Map<String, String> flags, Assembly assembly) {
    ProcessSettings.logTo(options, "INFO");
    Settings settings = ProcessSettings.load(options, flags);
    KafkaClients clients = new KafkaClients(KafkaSettings.from(settings));
    try (Metrics metrics = new Metrics()) {
      Parts parts = assembly.assemble(settings, clients, metrics);
      TopicPreparation.run(clients);
      try (RunningProcess process =
          RunningProcess.start(
              HttpSettings.from(settings), List.of(parts.service()), metrics, parts.routes())) {
        Terminal.standardError()
            .println(
                "dateline: "
                    + parts.service().name()
                    + " runs; state at http://127.0.0.1:"
                    + process.port()
                    + "/health");
        StopSignal.await(process::close);
      }
    }
    return ExitCode.OK.code();
  }
}
