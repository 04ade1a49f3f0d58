package dev.dateline.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers a child beyond the life of its parent. The start time goes with the pid, because a pid
 * is given to another process sooner or later.
 */
final class PidFile {

  private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle handle) throws IOException {
    ProcessIdentity identity = ProcessIdentity.of(handle);
    Files.writeString(file, identity.pid() + " " + identity.started() + "\n");
  }

  /** Waits for a child that an earlier parent left to end by itself; ends it after the patience. */
  void endStale(Duration patience) {
    stale().ifPresent(handle -> end(handle, patience));
  }

  private void end(ProcessHandle handle, Duration patience) {
    LOG.info("waiting for a child of an earlier run to end pid={}", handle.pid());
    if (ends(handle, patience)) {
      return;
    }
    LOG.warn("killing a child of an earlier run pid={}", handle.pid());
    handle.destroyForcibly();
    if (!ends(handle, Duration.ofSeconds(10))) {
      throw new IllegalStateException(
          "process " + handle.pid() + " of an earlier run does not end; end it by hand");
    }
  }

  private static boolean ends(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !handle.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<ProcessHandle> stale() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] parts = Files.readString(file).strip().split(" ");
      Instant started = Instant.parse(parts[parts.length - 1]);
      return new ProcessIdentity(Long.parseLong(parts[0]), started).find();
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
