package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Dateline as it is installed where there are no sources: the launcher and the jars. A run has one
 * of its own, so that a build beside it changes nothing under its feet.
 *
 * @param home folder of the launcher
 */
public record Installation(Path home) {

  private static final String JARS = "app/target";

  /** Copies what a build left in a repository into an empty folder. */
  static Installation copy(Path repository, Path home) {
    Path from = repository.resolve(JARS);
    Path to = home.resolve(JARS);
    try {
      Files.createDirectories(to.resolve("lib"));
      Files.copy(repository.resolve("dateline"), home.resolve("dateline"));
      Files.copy(from.resolve("dateline.jar"), to.resolve("dateline.jar"));
      for (Path jar : jars(from.resolve("lib"))) {
        Path copy = to.resolve("lib").resolve(jar.getFileName());
        if (jar.getFileName().toString().startsWith("dateline-")) {
          Files.copy(jar, copy);
        } else {
          Files.createSymbolicLink(copy, jar.toRealPath());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no product in " + repository + "; build it first", e);
    }
    return new Installation(home);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** The script that starts every command. */
  Path launcher() {
    return home.resolve("dateline");
  }

  /** The folder of the jars. */
  Path lib() {
    return home.resolve(JARS).resolve("lib");
  }
}
