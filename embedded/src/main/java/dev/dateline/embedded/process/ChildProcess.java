package dev.dateline.embedded.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A child that ends when its standard input ends: at {@link #close}, and when the parent dies
 * however it dies. Its standard error goes to a log file.
 */
public final class ChildProcess implements AutoCloseable {

  private static final Duration STALE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);
  private static final long LARGE_LOG = 1 << 20;

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the command, once a child that an earlier parent left in the same folder has ended.
   *
   * @param command must end when its standard input ends
   * @param folder where the pid and the log are kept: {@code NAME.pid}, {@code NAME.log}
   * @throws UncheckedIOException where it cannot be started
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path folder) {
    try {
      Files.createDirectories(folder);
      endStale(name, folder);
      Path log = folder.resolve(name + ".log");
      rotate(log);
      ProcessBuilder builder =
          new ProcessBuilder(inOwnSession(command))
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      new PidFile(folder.resolve(name + ".pid")).write(process.toHandle());
      return new ChildProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name + " in " + folder, e);
    }
  }

  /** Waits for a child that an earlier parent left in the folder; kills it where it hangs. */
  public static void endStale(String name, Path folder) {
    new PidFile(folder.resolve(name + ".pid")).endStale(STALE_PATIENCE);
  }

  /**
   * A session of its own keeps the Ctrl-C of the terminal from a child: it must outlive the
   * services that still write to it. Where there is no setsid (macOS) the child ends early.
   */
  private static List<String> inOwnSession(List<String> command) {
    Path setsid = Path.of("/usr/bin/setsid");
    if (!Files.isExecutable(setsid)) {
      return command;
    }
    List<String> whole = new ArrayList<>(List.of(setsid.toString()));
    whole.addAll(command);
    return whole;
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Path previous = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What it writes to its standard output, which must be read. */
  public BufferedReader output() {
    return process.inputReader();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit status when the child has ended. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Where its standard error goes. */
  public Path log() {
    return log;
  }

  /** The last lines of its log, for a message to a person. */
  public String lastLines() {
    try (var lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return all.subList(Math.max(0, all.size() - 10), all.size()).stream()
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Ends its standard input and waits; kills it where it does not end within 20 s. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // the pipe is gone with its reader; the wait below tells
    }
    try {
      if (!process.waitFor(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Kills it at once, as kill -9 does. */
  public void kill() {
    process.destroyForcibly();
  }
}
