package dev.dateline.testkit;

import dev.dateline.embedded.registry.EmbeddedRegistry;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker with the topics of Dateline and a schema registry on its own HTTP port: what services
 * need to run.
 */
public final class TestCluster implements AutoCloseable {

  private static final int PARTITIONS = 4;

  private final Brokers brokers;
  private final int partitions;
  private final Metrics metrics = new Metrics();
  private EmbeddedRegistry registry;
  private HttpEndpoint endpoint;
  private KafkaSettings settings;

  private TestCluster(Brokers brokers, int partitions) {
    this.brokers = brokers;
    this.partitions = partitions;
    replicateSchemas();
    this.registry = new EmbeddedRegistry(brokers.bootstrap());
    this.endpoint = startRegistry(0);
    this.settings = settingsNow();
  }

  /** The embedded registry is made for one broker. */
  private void replicateSchemas() {
    if (brokers.count() > 1) {
      KafkaSettings replicated = settings(URI.create("about:blank"));
      try (Admin admin = new KafkaClients(replicated).admin()) {
        new TopicCreator(replicated).create(admin, List.of(Topics.SCHEMA));
      }
    }
  }

  private HttpEndpoint startRegistry(int port) {
    HttpEndpoint started =
        new HttpEndpoint(
            new HttpSettings("127.0.0.1", port),
            List.of(registry),
            metrics,
            List.of(registry.routes()));
    started.start();
    registry.start();
    return started;
  }

  /** A cluster of one's own with all topics, of 4 partitions; the caller closes it. */
  public static TestCluster start() {
    return start(PARTITIONS);
  }

  /** As {@link #start()}, with this many partitions for the article topics. */
  public static TestCluster start(int partitions) {
    return start(TestBroker.start(), partitions);
  }

  /** As {@link #start()}, on brokers that it closes in the end. */
  public static TestCluster on(Brokers brokers) {
    return start(brokers, PARTITIONS);
  }

  private static TestCluster start(Brokers brokers, int partitions) {
    TestCluster cluster = new TestCluster(brokers, partitions);
    try (Admin admin = cluster.clients().admin()) {
      new TopicCreator(cluster.settings()).create(admin, Topics.all());
    }
    return cluster;
  }

  private KafkaSettings settingsNow() {
    return settings(URI.create("http://127.0.0.1:" + endpoint.port()));
  }

  private KafkaSettings settings(URI registryAddress) {
    return new KafkaSettings(
        brokers.bootstrap(),
        registryAddress,
        partitions,
        brokers.count(),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5));
  }

  /** Ends the registry and the broker in order and starts them again, on the same ports. */
  public void restart() {
    int port = endpoint.port();
    endpoint.close();
    registry.close();
    brokers.restart();
    registry = new EmbeddedRegistry(brokers.bootstrap());
    endpoint = startRegistry(port);
    settings = settingsNow();
  }

  /** How services reach it. Session timeout 3 s, transaction timeout 5 s. */
  public KafkaSettings settings() {
    return settings;
  }

  /** Client configurations for it. */
  public KafkaClients clients() {
    return new KafkaClients(settings);
  }

  /**
   * Its broker, to be killed or restarted.
   *
   * @throws IllegalStateException where it runs on other brokers
   */
  public TestBroker broker() {
    if (brokers instanceof TestBroker own) {
      return own;
    }
    throw new IllegalStateException("the cluster runs on brokers of another kind");
  }

  @Override
  public void close() {
    endpoint.close();
    registry.close();
    brokers.close();
  }
}
