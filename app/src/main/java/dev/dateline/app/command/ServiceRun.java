package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.RunningProcess;
import dev.dateline.app.service.TopicPreparation;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs one service in this process until its work is done or it is told to stop. */
final class ServiceRun {

  /**
   * What runs.
   *
   * @param name of the process, as it tells when it runs
   * @param services in the order in which they start
   * @param routes what it adds to the endpoint of the process
   * @param work after which the process ends by itself; null where it goes on
   */
  record Parts(
      String name, List<Service> services, List<HttpRoutes> routes, @Nullable Future<?> work) {

    static Parts of(Service service) {
      return of(service, List.of());
    }

    static Parts of(Service service, List<HttpRoutes> routes) {
      return new Parts(service.name(), List.of(service), routes, null);
    }

    static Parts ending(Service service, Future<?> work) {
      return new Parts(service.name(), List.of(service), List.of(), work);
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
      TopicPreparation.run(clients, line -> Terminal.standardError().println("dateline: " + line));
      try (RunningProcess process =
          RunningProcess.start(
              HttpSettings.from(settings), parts.services(), metrics, parts.routes())) {
        Terminal.standardError()
            .println(
                "dateline: "
                    + parts.name()
                    + " runs; state at http://127.0.0.1:"
                    + process.port()
                    + "/health");
        Future<?> work = parts.work();
        if (work == null) {
          StopSignal.await(process::close);
        } else {
          StopSignal.closeOnSignal(process::close);
          await(work);
        }
      }
    }
    return ExitCode.OK.code();
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserException known
          ? known
          : new UserException(ExitCode.INTERNAL, "Failed: " + e.getCause(), e);
    } catch (CancellationException e) {
      throw new UserException(ExitCode.INTERRUPTED, "Ended before all of it was done.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.INTERRUPTED, "Interrupted before all of it was done.", e);
    }
  }
}
