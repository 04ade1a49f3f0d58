package dev.dateline.embedded.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from a later one with the same pid by its start.
 *
 * @param started as far as the operating system tells it; counted from the boot, so that two JVMs
 *     may see it some time apart once the clock was set
 */
public record ProcessIdentity(long pid, Instant started) {

  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, while it runs. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(this::isMine);
  }

  private boolean isMine(ProcessHandle handle) {
    Duration apart = Duration.between(started, of(handle).started());
    return apart.abs().compareTo(TOLERANCE) < 0;
  }
}
