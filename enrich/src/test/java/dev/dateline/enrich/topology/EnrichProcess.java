package dev.dateline.enrich.topology;

import dev.dateline.enrich.stage.Document;
import dev.dateline.enrich.stage.Tags;
import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Enrich in a process of its own, that can be killed. */
final class EnrichProcess {

  private EnrichProcess() {}

  static Process start(KafkaSettings kafka, Path state) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EnrichProcess.class.getName(),
            kafka.bootstrap(),
            kafka.registry().toString(),
            state.toString())
        .redirectErrorStream(true)
        .redirectOutput(state.resolveSibling(state.getFileName() + ".log").toFile())
        .start();
  }

  /** Slow enough to be killed with articles in flight. */
  private static Tags tagSlowly(Document document) {
    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    return new WordTagger().tag(document);
  }

  public static void main(String[] arguments) throws InterruptedException {
    KafkaSettings kafka =
        new KafkaSettings(
            arguments[0],
            URI.create(arguments[1]),
            4,
            1,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
    EnrichService service =
        new EnrichService(
            new KafkaClients(kafka),
            new EnrichSettings(
                Path.of(arguments[2]), 1, 0, TaggerChoice.FAST, Path.of(".dateline/models"), 3),
            EnrichProcess::tagSlowly,
            new Metrics(),
            EnrichListener.NONE);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    service.start();
    Thread.currentThread().join();
  }
}
