package dev.dateline.embedded.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the child JVM. */
final class BrokerCommand {

  private BrokerCommand() {}

  static List<String> of(
      String classPath,
      List<String> archiveOptions,
      Path logDirectory,
      int port,
      int controllerPort) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
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
    command.addAll(
        List.of(
            "-cp",
            classPath,
            BrokerMain.class.getName(),
            logDirectory.toString(),
            Integer.toString(port),
            Integer.toString(controllerPort)));
    return command;
  }
}
