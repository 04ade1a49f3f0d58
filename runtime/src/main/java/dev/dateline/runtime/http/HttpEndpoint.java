package dev.dateline.runtime.http;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.metrics.Metrics;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one HTTP endpoint of a process: {@code /health}, {@code /metrics} and added routes. */
public final class HttpEndpoint implements AutoCloseable {

  private final HttpSettings settings;
  private final Javalin server;

  /**
   * @param services what {@code /health} reports on
   * @param routes further routes
   */
  public HttpEndpoint(
      HttpSettings settings, List<Service> services, Metrics metrics, List<HttpRoutes> routes) {
    this.settings = settings;
    List<Service> reported = List.copyOf(services);
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.routes.get("/health", context -> health(context, reported));
              config.routes.get(
                  "/metrics",
                  context ->
                      context
                          .contentType("text/plain; version=0.0.4; charset=utf-8")
                          .result(metrics.scrape()));
              routes.forEach(added -> added.addTo(config));
            });
  }

  /**
   * Listens.
   *
   * @throws UserException with {@link ExitCode#UNAVAILABLE} where the port is taken
   */
  public void start() {
    try {
      server.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "Port "
              + settings.port()
              + " on "
              + settings.host()
              + " is in use. Choose another with http.port (0 takes a free one).",
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** 200 while every service starts or is up, else 503; one entry a service. */
  private static void health(Context context, List<Service> services) {
    Map<String, Health> states = new LinkedHashMap<>();
    services.forEach(service -> states.put(service.name(), service.check()));
    boolean well =
        states.values().stream()
            .allMatch(h -> h.state() == Health.State.UP || h.state() == Health.State.STARTING);
    context.status(well ? 200 : 503).json(Map.of("well", well, "services", states));
  }

  @Override
  public void close() {
    server.stop();
  }
}
