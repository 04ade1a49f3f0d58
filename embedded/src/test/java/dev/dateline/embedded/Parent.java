package dev.dateline.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@link ParentMain} that runs.
 *
 * @param address where its part serves
 * @param child the process of its part
 */
public record Parent(Process process, String address, ProcessHandle child)
    implements AutoCloseable {

  /** Where all tests of this module unpack programs and keep archives of classes. */
  public static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

  public static Parent start(String part, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ParentMain.class.getName(),
                    part,
                    folder.toString(),
                    CACHE.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.startsWith("SERVES ")) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the parent ended without a word");
    }
    String[] words = line.split(" ");
    return new Parent(process, words[1], ProcessHandle.of(Long.parseLong(words[2])).orElseThrow());
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
