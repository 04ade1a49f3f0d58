package dev.dateline.runtime.http;

import io.javalin.config.JavalinConfig;

/** Routes that a part of Dateline adds to the endpoint of its process. */
@FunctionalInterface
public interface HttpRoutes {

  /** Adds the routes; called once, before the endpoint listens. */
  void addTo(JavalinConfig config);
}
