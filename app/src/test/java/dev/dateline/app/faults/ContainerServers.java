package dev.dateline.app.faults;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import dev.dateline.embedded.process.Ports;
import dev.dateline.testkit.Brokers;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.faults.Part;
import dev.dateline.testkit.faults.Servers;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;

/**
 * A broker and a database in containers. Their ports are fixed, as those of servers are: a random
 * one changes when a container is killed and started again.
 */
final class ContainerServers implements Servers {

  private static final String NAME = "dateline";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int KAFKA = 9092;
  private static final int POSTGRES = 5432;

  private final int brokerPort = Ports.free();
  private final int databasePort = Ports.free();
  private final GenericContainer<?> broker =
      fixed(
          new GenericContainer<>("apache/kafka:4.3.1")
              .withEnv(
                  Map.ofEntries(
                      Map.entry("KAFKA_NODE_ID", "1"),
                      Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                      Map.entry(
                          "KAFKA_LISTENERS",
                          "PLAINTEXT://:" + KAFKA + ",BROKER://:9094,CONTROLLER://:9093"),
                      // The broker ends transactions by requests to itself, which cannot go by the
                      // port of the host.
                      Map.entry(
                          "KAFKA_ADVERTISED_LISTENERS",
                          "PLAINTEXT://127.0.0.1:" + brokerPort + ",BROKER://localhost:9094"),
                      Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "BROKER"),
                      Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                      Map.entry(
                          "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                          "CONTROLLER:PLAINTEXT,BROKER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                      Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                      Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                      Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                      Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                      Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                      Map.entry("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000"),
                      Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                      Map.entry("KAFKA_MESSAGE_MAX_BYTES", "4300000"))),
          brokerPort,
          KAFKA);
  private final GenericContainer<?> database =
      fixed(
          new GenericContainer<>("postgres:18")
              .withEnv(
                  Map.of("POSTGRES_USER", NAME, "POSTGRES_PASSWORD", NAME, "POSTGRES_DB", NAME)),
          databasePort,
          POSTGRES);
  private final TestCluster cluster;

  /** Starts both; returns when they serve. */
  ContainerServers() {
    broker.start();
    database.start();
    cluster = TestCluster.on(new Broker());
    jdbcUrl();
  }

  private static GenericContainer<?> fixed(GenericContainer<?> container, int port, int inside) {
    return container.withCreateContainerCmdModifier(
        command -> {
          HostConfig host = Objects.requireNonNullElseGet(command.getHostConfig(), HostConfig::new);
          command.withHostConfig(
              host.withPortBindings(PortBinding.parse("127.0.0.1:" + port + ":" + inside)));
        });
  }

  private GenericContainer<?> container(Part part) {
    return part == Part.BROKER ? broker : database;
  }

  /** The container of a part, to be struck. */
  String id(Part part) {
    return container(part).getContainerId();
  }

  /** How a container is now. */
  ContainerState state(Part part) {
    return docker().inspectContainerCmd(id(part)).exec().getState();
  }

  DockerClient docker() {
    return broker.getDockerClient();
  }

  @Override
  public boolean kill(Part part) {
    docker().killContainerCmd(id(part)).exec();
    boolean killed = !Boolean.TRUE.equals(state(part).getRunning());
    docker().startContainerCmd(id(part)).exec();
    return killed;
  }

  @Override
  public TestCluster cluster() {
    return cluster;
  }

  @Override
  public String jdbcUrl() {
    String url = "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + NAME;
    await(() -> DriverManager.getConnection(url, NAME, NAME).close());
    return url;
  }

  @Override
  public String user() {
    return NAME;
  }

  @Override
  public String password() {
    return NAME;
  }

  private final class Broker implements Brokers {

    @Override
    public String bootstrap() {
      String address = "127.0.0.1:" + brokerPort;
      await(
          () -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
              admin.describeCluster().nodes().get();
            }
          });
      return address;
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public void restart() {
      docker().restartContainerCmd(id(Part.BROKER)).exec();
      bootstrap();
    }

    @Override
    public void close() {
      broker.stop();
    }
  }

  @FunctionalInterface
  private interface Attempt {
    void make() throws Exception;
  }

  private static void await(Attempt attempt) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        attempt.make();
        return;
      } catch (Exception e) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("a container does not answer", e);
        }
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    cluster.close();
    database.stop();
  }
}
