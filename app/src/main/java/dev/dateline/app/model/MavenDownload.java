package dev.dateline.app.model;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches an artifact with the user's own Maven, and so from the repositories, through the mirrors
 * and with the credentials of their settings.
 */
public final class MavenDownload {

  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";
  private static final Pattern PROGRESS =
      Pattern.compile("Progress \\(\\d+\\): (?:\\S+ \\()?([\\d.]+/[\\d.]+ [kMG]?B)");
  private static final int KEPT_LINES = 200;

  private final List<String> maven;
  private final Consumer<String> says;

  /**
   * @param maven the program and what it is always given, such as {@code mvn}
   * @param says hears how far it is; the same line again and again with other numbers
   */
  public MavenDownload(List<String> maven, Consumer<String> says) {
    this.maven = List.copyOf(maven);
    this.says = says;
  }

  /**
   * Fetches an artifact into a folder.
   *
   * @param artifact {@code group:artifact:version}
   * @return the file
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where there is no Maven, or it fails
   */
  public Path fetch(String artifact, Path folder) throws IOException {
    Deque<String> lines = new ArrayDeque<>();
    Process process = start(artifact, folder);
    try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      process.getOutputStream().close();
      read(out, lines);
      if (process.waitFor() != 0) {
        throw failed(artifact, lines);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.INTERRUPTED, "Interrupted while Maven ran.", e);
    } finally {
      process.destroy();
    }
    return only(folder, artifact);
  }

  private Process start(String artifact, Path folder) {
    List<String> command =
        Stream.concat(
                maven.stream(),
                Stream.of(
                    GOAL,
                    "-Dartifact=" + artifact,
                    "-DoutputDirectory=" + folder.toAbsolutePath(),
                    "-Dstyle.color=never"))
            .toList();
    try {
      // Another folder may hold a project, whose settings are not meant.
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "Cannot run %s: %s. The model comes through Maven: install Maven 3.8 or newer, or put mvn on the PATH."
              .formatted(maven.get(0), e.getMessage()),
          e);
    }
  }

  /** Maven ends a line of progress with a carriage return. */
  private void read(Reader out, Deque<String> lines) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = out.read(); c >= 0; c = out.read()) {
      if (c != '\n' && c != '\r') {
        line.append((char) c);
        continue;
      }
      take(line.toString(), lines);
      line.setLength(0);
    }
    take(line.toString(), lines);
  }

  private void take(String line, Deque<String> lines) {
    Matcher progress = PROGRESS.matcher(line);
    if (progress.find()) {
      says.accept(progress.group(1));
    } else if (!line.isBlank()) {
      lines.add(line);
      if (lines.size() > KEPT_LINES) {
        lines.remove();
      }
    }
  }

  private static UserException failed(String artifact, Deque<String> lines) {
    String why =
        lines.stream()
            .filter(line -> line.startsWith("[ERROR]") && line.contains("Could not"))
            .findFirst()
            .or(() -> lines.stream().filter(line -> line.startsWith("[ERROR]")).findFirst())
            .orElse("no reason given")
            .replaceFirst("^\\[ERROR] ", "")
            .replaceFirst(" -> \\[Help \\d+]$", "");
    return new UserException(
        ExitCode.UNAVAILABLE,
        "Maven could not fetch %s: %s. Check the network and the mirrors in your Maven settings; then run it again."
            .formatted(artifact, why));
  }

  private static Path only(Path folder, String artifact) throws IOException {
    String name = artifact.split(":")[1];
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException("Maven left no " + name + " in " + folder));
    }
  }
}
