package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One command of the launcher in a process of its own; its output goes to a file. */
public final class ServiceProcess implements AutoCloseable {

  /** What the exit status of a process is that was ended by signal 9. */
  public static final int KILLED = 128 + 9;

  private static final Duration PATIENCE =
      Duration.ofSeconds(90L * Integer.getInteger("faults.patience", 1));

  private static final Pattern STARTED =
      Pattern.compile("^process_start_time_seconds\\S* (\\S+)", Pattern.MULTILINE);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final int port;
  private final Path log;

  private ServiceProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param launcher the {@code dateline} script
   * @param environment what is added to that of this process
   * @param port where it answers for its health
   * @param log where its output is appended
   */
  static ServiceProcess start(
      Path launcher,
      List<String> arguments,
      Map<String, String> environment,
      int port,
      Path folder,
      Path log) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new ServiceProcess(builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  /** {@code kill -9}; returns when it has ended. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** SIGCONT: it goes on as if no time had passed. */
  public void thaw() {
    Signal.CONT.send(process.pid());
  }

  /** Whether it stands still, as Linux tells it. */
  boolean isFrozen() {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
    } catch (IOException e) {
      return false;
    }
  }

  /** What it says at {@code /health}, and the status of the answer before it; empty for none. */
  String health() {
    return get("/health");
  }

  /** When it was started, by its own clock; empty where it does not tell. */
  Optional<Instant> startedAt() {
    Matcher found = STARTED.matcher(get("/metrics"));
    return found.find()
        ? Optional.of(Instant.ofEpochSecond((long) Double.parseDouble(found.group(1))))
        : Optional.empty();
  }

  private String get(String path) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Whether it runs from this installation, as Linux tells it. */
  boolean runsFrom(Installation installation) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains(installation.home().toString());
    } catch (IOException e) {
      return false;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Its exit status, when it has ended.
   *
   * @throws StalledException where it does not, since it never came to where it should end
   */
  public int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new StalledException("process " + process.pid() + " does not end; see " + log);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** All that it and the ones before it in the same log said. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /** SIGTERM, and SIGKILL where that does not help. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
