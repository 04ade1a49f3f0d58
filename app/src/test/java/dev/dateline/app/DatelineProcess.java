package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher as a person runs it, in a process of its own, and what it prints. */
final class DatelineProcess implements AutoCloseable {

  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path out;
  private final Path err;

  private DatelineProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it in a folder. */
  static DatelineProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, Map.of(), arguments);
  }

  /**
   * Starts it in a folder.
   *
   * @param environment variables to add; an empty value removes one
   */
  static DatelineProcess start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(REPOSITORY.resolve("dateline").toString()));
    command.addAll(List.of(arguments));
    return start(folder, environment, command);
  }

  /** Starts a line for bash, in which {@code dateline} is the launcher. */
  static DatelineProcess startShell(Path folder, String line) throws IOException {
    String path = REPOSITORY + ":" + System.getenv("PATH");
    return start(folder, Map.of("PATH", path), List.of("bash", "-o", "pipefail", "-c", line));
  }

  private static DatelineProcess start(
      Path folder, Map<String, String> environment, List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "stdout", ".log");
    Path err = Files.createTempFile(folder, "stderr", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return new DatelineProcess(builder.start(), out, err);
  }

  /** Starts it in a folder and waits for its end. */
  static DatelineProcess run(Path folder, String... arguments) throws Exception {
    DatelineProcess started = start(folder, arguments);
    started.awaitEnd();
    return started;
  }

  /** Waits until it has ended, and returns its exit code. */
  int awaitEnd() throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      kill();
    }
    assertThat(ended).as("%s ends; it says %s", process.info().commandLine(), err()).isTrue();
    return process.exitValue();
  }

  /** Waits until its standard error holds a text. */
  void awaitErr(String text) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(process.isAlive()).as("alive; it says %s", err()).isTrue();
              return err().contains(text);
            });
  }

  /** Waits until it has printed so many lines to its standard output; fails when it ends before. */
  List<String> awaitLines(int count) throws IOException {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              boolean alive = process.isAlive();
              int printed = lines().size();
              assertThat(alive || printed >= count)
                  .as("ended after %s of %s lines; it says %s", printed, count, err())
                  .isTrue();
              return printed >= count;
            });
    return lines();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** The whole lines of its standard output so far. */
  List<String> lines() throws IOException {
    String printed = out();
    return printed.substring(0, printed.lastIndexOf('\n') + 1).lines().toList();
  }

  /** SIGTERM, as an init system sends it. */
  void terminate() {
    process.destroy();
  }

  /** {@code kill -9} of it and of all that it started. */
  void kill() {
    List<ProcessHandle> tree =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    tree.forEach(ProcessHandle::destroyForcibly);
    tree.forEach(handle -> handle.onExit().join());
  }

  @Override
  public void close() {
    terminate();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
