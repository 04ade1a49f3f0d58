package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.registry.EmbeddedRegistry;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.registry.HttpSchemaRegistry;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.net.URI;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  /** Two registries over one topic fence each other with every write, and load again. */
  @Test
  void givesNoIdTwiceWhereASecondRegistryRuns() {
    SchemaRegistry first = new HttpSchemaRegistry(base());
    EmbeddedRegistry second = new EmbeddedRegistry(cluster.settings().bootstrap());
    try (second;
        Metrics metrics = new Metrics();
        HttpEndpoint endpoint =
            new HttpEndpoint(
                new HttpSettings("127.0.0.1", 0),
                List.of(second),
                metrics,
                List.of(second.routes()))) {
      endpoint.start();
      second.start();
      SchemaRegistry other =
          new HttpSchemaRegistry(URI.create("http://127.0.0.1:" + endpoint.port()));

      List<Integer> ids =
          List.of(
              other.register("fence-1", fixed(1)),
              first.register("fence-2", fixed(2)),
              other.register("fence-3", fixed(3)),
              first.register("fence-4", fixed(4)));

      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  private static Schema fixed(int size) {
    return Schema.createFixed("F" + size, null, "dev.dateline.fence", size);
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
