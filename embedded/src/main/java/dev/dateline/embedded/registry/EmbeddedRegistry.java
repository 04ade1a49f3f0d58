package dev.dateline.embedded.registry;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpRoutes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry for the clients of one embedded broker. It answers through {@link #routes},
 * which the process adds to its HTTP endpoint, and waits a few seconds while it loads.
 */
public final class EmbeddedRegistry implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
  private static final long PAUSE_MILLIS = 500;
  private static final long PATIENCE_SECONDS = 8;

  private final Supplier<RegistryLog> logs;
  private final Thread thread = new Thread(this::keepLoaded, "registry");
  private final CompletableFuture<Void> stop = new CompletableFuture<>();
  private volatile CompletableFuture<Registry> ready = new CompletableFuture<>();
  private volatile Health health = Health.starting("not started yet");

  /**
   * A registry over {@link dev.dateline.schemas.Topics#SCHEMA}, which it creates if need be.
   *
   * @param bootstrap host and port of the broker
   */
  public EmbeddedRegistry(String bootstrap) {
    this(() -> new KafkaRegistryLog(bootstrap));
  }

  /**
   * @param logs opens the log anew: at the start, and after a write of unknown outcome
   */
  EmbeddedRegistry(Supplier<RegistryLog> logs) {
    this.logs = logs;
    this.thread.setDaemon(true);
  }

  @Override
  public String name() {
    return "registry";
  }

  /** The REST API, at the root of the endpoint. */
  public HttpRoutes routes() {
    return new RegistryRoutes(this::loaded);
  }

  /** Loads in the background; requests wait for it. */
  @Override
  public void start() {
    thread.start();
  }

  private void keepLoaded() {
    while (!stop.isDone()) {
      try (RegistryLog log = logs.get()) {
        CompletableFuture<Object> end = new CompletableFuture<>();
        ready.complete(new Registry(new GuardedLog(log, () -> reload(end))));
        health = Health.up("serves schemas");
        CompletableFuture.anyOf(end, stop).join();
      } catch (RuntimeException e) {
        health = Health.down("cannot load its schemas: " + e.getMessage());
        LOG.warn("the registry cannot load its log; tries again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      stop.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.debug("tries to load again");
    } catch (ExecutionException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void reload(CompletableFuture<Object> end) {
    ready = new CompletableFuture<>();
    health = Health.starting("loads its schemas again");
    end.complete(end);
  }

  private Registry loaded() {
    try {
      return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw RegistryError.notReady(health.detail());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RegistryError.notReady("interrupted");
    }
  }

  @Override
  public Health check() {
    return health;
  }

  @Override
  public void close() {
    stop.complete(null);
    if (!ready.isDone()) {
      thread.interrupt(); // it may wait for a broker that never comes
    }
    try {
      thread.join(PATIENCE_SECONDS * 1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    health = Health.stopped();
  }
}
