package dev.dateline.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The child JVM: runs the node until its standard input ends. Arguments: log directory, the ports
 * of {@link BrokerPorts}, and its {@link Quorum}. Writes one line, {@link #READY}, to standard
 * output when it serves.
 */
public final class BrokerMain {

  static final String READY = "READY";

  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    Path logDirectory = Path.of(arguments[0]);
    BrokerPorts ports = BrokerPorts.of(List.of(arguments).subList(1, 5));
    Quorum quorum = Quorum.of(List.of(arguments).subList(5, arguments.length));
    format(logDirectory, quorum);
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(BrokerConfiguration.of(logDirectory, ports, quorum), false),
            Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    server.startup();
    System.out.println(READY);
    awaitEndOfInput();
    System.exit(0);
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void awaitEndOfInput() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  /** Makes an empty folder the node's own; leaves a formatted one alone. */
  private static void format(Path logDirectory, Quorum quorum) throws Exception {
    if (Files.exists(logDirectory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(logDirectory);
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setNodeId(quorum.node())
        .setClusterId(quorum.cluster().isEmpty() ? Uuid.randomUuid().toString() : quorum.cluster())
        .addDirectory(logDirectory.toString())
        .setMetadataLogDirectory(logDirectory.toString())
        .setControllerListenerName(BrokerConfiguration.CONTROLLER)
        .setIgnoreFormatted(true)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .run();
  }
}
