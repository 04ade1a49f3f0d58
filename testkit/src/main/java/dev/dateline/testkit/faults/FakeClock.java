package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Another time of day for one process: libfaketime of Debian, which stands before the C library.
 * Times of files stay as they are, and so does the clock that only counts.
 */
public final class FakeClock {

  private static final String LIBRARY = "libfaketime.so.1";

  private FakeClock() {}

  /**
   * The library as it is installed, else as apt brings it into a folder.
   *
   * @param folder for what is brought
   * @return empty where neither is
   */
  public static Optional<Path> library(Path folder) {
    return find(Path.of("/usr/lib")).or(() -> fetched(folder));
  }

  private static Optional<Path> fetched(Path folder) {
    try {
      Files.createDirectories(folder);
      Process fetch =
          new ProcessBuilder(
                  "sh", "-c", "apt-get download -q libfaketime && dpkg -x libfaketime_*.deb .")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("apt.log").toFile())
              .start();
      return fetch.waitFor() == 0 ? find(folder) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private static Optional<Path> find(Path folder) {
    try (var files = Files.find(folder, 6, (file, about) -> file.endsWith(LIBRARY))) {
      return files.findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /**
   * The environment of a process whose clock is off by so much. The library's fix for waits by the
   * monotonic clock corrects them where nothing is wrong: each would end at once, and all threads
   * of a JVM would run instead of wait.
   */
  static Map<String, String> environment(Path library, Duration off) {
    String sign = off.isNegative() ? "-" : "+";
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME", sign + off.abs().toSeconds(),
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }
}
