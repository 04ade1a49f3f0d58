package dev.dateline.app.service;

import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Services that run, and the endpoint that tells of them. Closed in the reverse order. */
public final class RunningProcess implements AutoCloseable {

  private final List<Service> services;
  private final HttpEndpoint endpoint;
  private boolean closed;

  private RunningProcess(List<Service> services, HttpEndpoint endpoint) {
    this.services = services;
    this.endpoint = endpoint;
  }

  /**
   * Starts services and their endpoint.
   *
   * @param services in the order in which they start
   */
  public static RunningProcess start(
      HttpSettings http, List<Service> services, Metrics metrics, List<HttpRoutes> routes) {
    RunningProcess process =
        new RunningProcess(
            List.copyOf(services), new HttpEndpoint(http, services, metrics, routes));
    process.endpoint.start();
    services.forEach(Service::start);
    return process;
  }

  /** The port of the endpoint. */
  public int port() {
    return endpoint.port();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<Service> backwards = new ArrayList<>(services);
    Collections.reverse(backwards);
    backwards.forEach(Service::close);
    endpoint.close();
  }
}
