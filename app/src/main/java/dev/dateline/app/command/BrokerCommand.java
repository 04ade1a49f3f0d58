package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.RunningProcess;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.embedded.data.DataLock;
import dev.dateline.embedded.kafka.EmbeddedKafka;
import dev.dateline.embedded.registry.EmbeddedRegistry;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline broker}: the embedded broker and registry alone. */
@Command(
    name = "broker",
    description = {
      "Run the embedded broker and schema registry alone, for services in processes of their own.",
      "Prints the two settings that the others need. One broker survives kill -9, but not a power"
          + " loss: production wants three, see docker-compose.yml."
    })
final class BrokerCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "WARN");
    Settings settings = ProcessSettings.load(common, Map.of());
    DataFolder folder = DataFolder.open(data.folder());
    try (DataLock lock = folder.lock();
        Metrics metrics = new Metrics();
        EmbeddedKafka kafka = new EmbeddedKafka(folder.kafka(), folder.cache())) {
      kafka.start();
      String bootstrap = kafka.bootstrap();
      EmbeddedRegistry registry = new EmbeddedRegistry(bootstrap);
      try (RunningProcess process =
          RunningProcess.start(
              HttpSettings.from(settings),
              List.of(registry),
              metrics,
              List.of(registry.routes()))) {
        PrintStream out = Terminal.standardOutput();
        out.println("kafka.bootstrap=" + bootstrap);
        out.println("kafka.registry=http://127.0.0.1:" + process.port());
        out.println("kafka.replication=1");
        out.flush();
        StopSignal.await(
            () -> {
              process.close();
              kafka.close();
              lock.close();
            });
      }
    }
    return ExitCode.OK.code();
  }
}
