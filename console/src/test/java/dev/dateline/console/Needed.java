package dev.dateline.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests need beside the JDK. */
final class Needed {

  private Needed() {}

  /**
   * The program; where it is missing, the test is left out with a line that says so, and fails
   * under {@code CI=true}, so that nothing is left out there.
   */
  static Path program(String name, Optional<Path> found) {
    if (found.isPresent()) {
      return found.get();
    }
    String message = "NOT TESTED: " + name + " is missing (Debian: apt-get install " + name + ")";
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    System.err.println(message);
    return Assumptions.abort(message);
  }

  /** Where a program of one of these names is. */
  static Optional<Path> onPath(String... names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Debian's Python, where it has its Avro library. */
  static Optional<Path> withAvro() throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    if (!Files.isExecutable(python)) {
      return Optional.empty();
    }
    Process process = new ProcessBuilder(python.toString(), "-c", "import avro.io").start();
    return process.waitFor() == 0 ? Optional.of(python) : Optional.empty();
  }
}
