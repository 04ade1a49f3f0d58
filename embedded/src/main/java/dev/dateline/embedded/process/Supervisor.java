package dev.dateline.embedded.process;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.UserException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a child running: starts it, tells when it serves, and starts it again when it dies. It is
 * given up after some attempts in which it never served; one that did is started again, after
 * longer and longer pauses, until it does: what stops it, a full disk say, may pass.
 */
public final class Supervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String name;
  private final Launcher launcher;
  private final Thread thread;
  private final CompletableFuture<Void> serving = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable ChildProcess child;
  private volatile Health health;
  private volatile boolean closed;

  public Supervisor(String name, Launcher launcher) {
    this.name = name;
    this.launcher = launcher;
    this.health = Health.starting("not started yet");
    this.thread = new Thread(this::supervise, name + "-supervisor");
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void supervise() {
    int failures = 0;
    try {
      while (!closed && (failures < ATTEMPTS || hasServed())) {
        String failure = runOnce();
        if (!closed) {
          failures = health.state() == Health.State.UP ? 0 : failures + 1;
          health = Health.down(failure);
          LOG.warn("child ended name={} failures={} reason={}", name, failures, failure);
          closing.await(pause(failures).toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    serving.completeExceptionally(new ChildFailedException(health.detail()));
  }

  private boolean hasServed() {
    return serving.isDone() && !serving.isCompletedExceptionally();
  }

  /** The first failures are followed at once by another start. */
  private static Duration pause(int failures) {
    Duration pause = PAUSE.multipliedBy(1L << Math.max(0, Math.min(failures, 10) - ATTEMPTS));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Returns why the child serves no longer, or never did. */
  private String runOnce() throws InterruptedException {
    try {
      ChildProcess running = launcher.spawn();
      child = running;
      try {
        return watch(running);
      } finally {
        running.close();
        launcher.ended(running.onExit().join());
      }
    } catch (UserException e) {
      closed = true; // only a person can mend it
      health = Health.down(e.getMessage());
      serving.completeExceptionally(e);
      return health.detail();
    } catch (RuntimeException e) {
      return reason(e);
    }
  }

  private static String reason(RuntimeException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return e.getCause() == null ? message : message + ": " + e.getCause().getMessage();
  }

  private String watch(ChildProcess running) throws InterruptedException {
    if (closed) {
      return "closed";
    }
    launcher.awaitServing(running);
    health = Health.up("serves at " + launcher.address() + " as process " + running.pid());
    serving.complete(null);
    int status = running.onExit().join();
    return name + " ended with status " + status + "; its log: " + running.log();
  }

  /**
   * Waits until the child has served for the first time.
   *
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where it does not within 90 s
   */
  public void awaitServing() {
    try {
      serving.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserException told) {
        throw told;
      }
      throw unavailable(String.valueOf(e.getCause().getMessage()), e);
    } catch (TimeoutException e) {
      throw unavailable("it does not answer within " + PATIENCE.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted", e);
    }
  }

  private UserException unavailable(String reason, Exception cause) {
    return new UserException(
        ExitCode.UNAVAILABLE, "The embedded " + name + " does not start: " + reason, cause);
  }

  /** The pid of the child that runs now; -1 where none does. */
  public long pid() {
    ChildProcess running = child;
    return running == null || !running.isAlive() ? -1 : running.pid();
  }

  public Health check() {
    return health;
  }

  /** Ends the child and returns when it has ended. Idempotent. */
  @Override
  public void close() {
    closed = true;
    closing.countDown();
    ChildProcess running = child;
    if (running != null) {
      running.close();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    health = Health.stopped();
  }
}
