package dev.dateline.testkit;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedRegistryIT extends RegistryContract {

  private static TestCluster cluster;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  protected URI base() {
    return cluster.settings().registry();
  }

  @Override
  protected void restart() {
    cluster.restart();
  }
}
