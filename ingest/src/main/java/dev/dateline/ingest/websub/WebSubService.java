package dev.dateline.ingest.websub;

import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.SourceNotice;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes callbacks of hubs on the endpoint of its process, whichever process watches the source. */
public final class WebSubService implements Service {

  private final @Nullable Callbacks callbacks;
  private volatile boolean closed;

  /** What takes callbacks, where hubs are used. */
  private record Callbacks(LeaseIndex leases, NoticeSender notices, CallbackRoutes routes) {}

  /**
   * @param registry where the schemas are registered
   */
  public WebSubService(
      KafkaClients clients,
      SchemaRegistry registry,
      WebSubSettings settings,
      FetchSettings fetching,
      Metrics metrics) {
    this.callbacks =
        settings.callback().isPresent() ? callbacks(clients, registry, fetching, metrics) : null;
  }

  private static Callbacks callbacks(
      KafkaClients clients, SchemaRegistry registry, FetchSettings fetching, Metrics metrics) {
    Clock clock = Clock.systemUTC();
    LeaseIndex leases =
        new LeaseIndex(clients, new AvroSerde<>(SourceLease.class, registry), clock);
    NoticeSender notices = new NoticeSender(clients, new AvroSerde<>(SourceNotice.class, registry));
    CallbackMeters meters = new CallbackMeters(metrics);
    return new Callbacks(
        leases,
        notices,
        new CallbackRoutes(
            leases, notices, meters, new FloodGate(System::nanoTime), fetching.mostBytes(), clock));
  }

  @Override
  public String name() {
    return "websub";
  }

  /** What it adds to the endpoint; nothing where hubs are not used. */
  public HttpRoutes routes() {
    return callbacks == null ? config -> {} : callbacks.routes();
  }

  @Override
  public void start() {
    if (callbacks != null) {
      callbacks.leases().start();
    }
  }

  @Override
  public Health check() {
    if (closed) {
      return Health.stopped();
    }
    if (callbacks == null) {
      return Health.up("uses no hub: websub.callback is not set");
    }
    String trouble = callbacks.leases().trouble();
    return trouble == null
        ? Health.up("takes callbacks for " + callbacks.leases().size() + " leases")
        : Health.down(trouble);
  }

  @Override
  public void close() {
    closed = true;
    if (callbacks != null) {
      callbacks.leases().close();
      callbacks.notices().close();
    }
  }
}
