package dev.dateline.embedded.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the child JVM. */
final class BrokerCommand {

  /** 64 MB serve well, but the recovery of all logs after kill -9 ran out of them. */
  private static final String RECOVERY_HEAP = "-Xmx128m";

  private BrokerCommand() {}

  static List<String> of(
      String classPath,
      List<String> archiveOptions,
      Path logDirectory,
      BrokerPorts ports,
      Quorum quorum) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            RECOVERY_HEAP,
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Dfile.encoding=UTF-8",
            "-Dlog4j2.configurationFile=classpath:dev/dateline/embedded/kafka/broker-log4j2.properties",
            "-Dlog4j2.disableJmx=true"));
    command.addAll(archiveOptions);
    command.addAll(List.of("-cp", classPath, BrokerMain.class.getName(), logDirectory.toString()));
    command.addAll(ports.arguments());
    command.addAll(quorum.arguments());
    return command;
  }
}
