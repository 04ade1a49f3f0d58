package dev.dateline.app.wire;

import dev.dateline.testkit.RegistryContract;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Apicurio Registry as docker-compose.yml runs it: its schemas lie in PostgreSQL. */
class ApicurioRegistryIT extends RegistryContract {

  private static final String API = "/apis/ccompat/v7";
  private static final int PORT = 8080;

  private static Network network;
  private static PostgreSQLContainer postgres;
  private static GenericContainer<?> registry;

  @BeforeAll
  static void start() {
    Containers.require();
    network = Network.newNetwork();
    postgres =
        new PostgreSQLContainer("postgres:18")
            .withNetwork(network)
            .withNetworkAliases("registry-database");
    postgres.start();
    registry =
        new GenericContainer<>("apicurio/apicurio-registry:3.0.9")
            .withNetwork(network)
            .withEnv("APICURIO_STORAGE_KIND", "sql")
            .withEnv("APICURIO_STORAGE_SQL_KIND", "postgresql")
            .withEnv(
                "APICURIO_DATASOURCE_URL",
                "jdbc:postgresql://registry-database:5432/" + postgres.getDatabaseName())
            .withEnv("APICURIO_DATASOURCE_USERNAME", postgres.getUsername())
            .withEnv("APICURIO_DATASOURCE_PASSWORD", postgres.getPassword())
            .withExposedPorts(PORT)
            .waitingFor(
                Wait.forHttp(API + "/subjects")
                    .forPort(PORT)
                    .withStartupTimeout(Duration.ofMinutes(4)));
    registry.start();
  }

  @AfterAll
  static void end() {
    if (registry != null) {
      registry.stop();
    }
    if (postgres != null) {
      postgres.stop();
    }
    if (network != null) {
      network.close();
    }
  }

  @Override
  protected URI base() {
    return URI.create("http://" + registry.getHost() + ":" + registry.getMappedPort(PORT) + API);
  }

  /** The container is removed and another one takes its place: nothing in it is kept. */
  @Override
  protected void restart() {
    registry.stop();
    registry.start();
  }
}
