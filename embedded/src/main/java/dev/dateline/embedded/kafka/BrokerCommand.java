package dev.dateline.embedded.kafka;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of the child JVM. */
final class BrokerCommand {

  private BrokerCommand() {}

  static List<String> of(
      String classPath, ClassArchive archive, Path logDirectory, int port, int controllerPort) {
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
    command.addAll(archive.options());
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

  /**
   * The class path of this JVM, absolute. Folders of classes other than this module's are left out:
   * a class archive works with jars alone, and the broker needs none of them.
   */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .filter(BrokerCommand::isNeeded)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(Path entry) {
    File file = entry.toFile();
    return file.isFile()
        || new File(file, "dev/dateline/embedded/kafka").isDirectory()
        || new File(file, "dev/dateline/runtime/kafka").isDirectory();
  }
}
