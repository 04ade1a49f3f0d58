package dev.dateline.ingest.push;

import dev.dateline.ingest.extract.ExtractLimits;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.registry.SchemaRegistry;

/** Takes pushed articles on the endpoint of its process. */
public final class PushService implements Service {

  private final PushSettings settings;
  private final PushPublisher publisher;
  private final PushRoutes routes;
  private volatile boolean closed;

  /**
   * @param registry where the schemas are registered
   * @param limits what is read of a push at most
   */
  public PushService(
      KafkaClients clients,
      SchemaRegistry registry,
      PushSettings settings,
      ExtractLimits limits,
      Metrics metrics,
      IngestListener listener) {
    this.settings = settings;
    this.publisher = new PushPublisher(clients, registry, settings, metrics, listener);
    this.routes = new PushRoutes(settings, limits, publisher);
  }

  @Override
  public String name() {
    return "push";
  }

  /** What it adds to the endpoint. */
  public HttpRoutes routes() {
    return routes;
  }

  /** Works on the threads of the endpoint. */
  @Override
  public void start() {
    if (settings.token().isPresent()) {
      publisher.start();
    }
  }

  @Override
  public Health check() {
    if (closed) {
      return Health.stopped();
    }
    String trouble = publisher.trouble();
    if (trouble != null) {
      return Health.down(trouble);
    }
    return Health.up(
        settings.token().isPresent()
            ? "takes POST /v1/articles"
            : "takes nothing: push.token is not set");
  }

  @Override
  public void close() {
    closed = true;
    publisher.close();
  }
}
