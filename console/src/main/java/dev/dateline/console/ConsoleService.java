package dev.dateline.console;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.http.HttpRoutes;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Follows the enriched articles and shows them, with the state of the services, over the HTTP
 * endpoint of its process. Reads without a group, so any number of consoles may run.
 */
public final class ConsoleService implements Service {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ConsoleSettings settings;
  private final Supplier<Map<String, Health>> neighbours;
  private final ArticleFeed feed;
  private final EnrichedReader reader;
  private final PeerStates peers;
  private final Thread reading;
  private final Thread asking;

  /**
   * @param neighbours the health of the services in this process, this one included, by name; asked
   *     at each request
   */
  public ConsoleService(
      ConsoleSettings settings,
      KafkaClients clients,
      Metrics metrics,
      Supplier<Map<String, Health>> neighbours) {
    this.settings = settings;
    this.neighbours = neighbours;
    this.feed = new ArticleFeed(settings.history());
    this.reader = new EnrichedReader(clients, metrics, feed, settings.history());
    this.peers = new PeerStates(settings.peers());
    this.reading = thread(reader, "dateline-console-reader");
    this.asking = thread(peers, "dateline-console-peers");
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The page, the JSON and the stream, for the endpoint of this process.
   *
   * @param http where the endpoint listens; its host is a name that the page answers to
   */
  public HttpRoutes routes(HttpSettings http) {
    List<String> hosts = new ArrayList<>(settings.hosts());
    hosts.add(http.host());
    return new ConsoleRoutes(feed, this::states, new HostCheck(hosts), settings.history());
  }

  private List<ServiceState> states() {
    List<ServiceState> states = new ArrayList<>();
    neighbours.get().forEach((name, health) -> states.add(ServiceState.here(name, health)));
    states.addAll(peers.states());
    return states;
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public void start() {
    reading.start();
    asking.start();
  }

  @Override
  public Health check() {
    Health health = reader.health();
    return health.state() == Health.State.UP
        ? Health.up(health.detail() + ", " + feed.followers() + " watch")
        : health;
  }

  @Override
  public void close() {
    reader.stop();
    feed.close();
    asking.interrupt();
    try {
      reading.join(PATIENCE.toMillis());
      reading.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
