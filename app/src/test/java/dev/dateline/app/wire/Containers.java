package dev.dateline.app.wire;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** Says loudly where container tests cannot run; on CI that is a failure. */
public final class Containers {

  private Containers() {}

  /** Aborts the test where no engine answers. */
  public static void require() {
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return;
    }
    String message = "NOT TESTED: no Docker Engine answers; set DOCKER_HOST to one";
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    System.err.println(message);
    Assumptions.abort(message);
  }
}
