package dev.dateline.app.service;

import dev.dateline.app.ledger.LedgerService;
import dev.dateline.console.ConsoleService;
import dev.dateline.console.ConsoleSettings;
import dev.dateline.embedded.data.DataFolder;
import dev.dateline.embedded.data.DataLock;
import dev.dateline.embedded.data.Instance;
import dev.dateline.embedded.kafka.EmbeddedKafka;
import dev.dateline.embedded.postgres.EmbeddedPostgres;
import dev.dateline.embedded.registry.EmbeddedRegistry;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.enrich.topology.EnrichListener;
import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.enrich.topology.EnrichSettings;
import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.fetch.FetchSettings;
import dev.dateline.ingest.publish.IngestListener;
import dev.dateline.ingest.push.PushService;
import dev.dateline.ingest.push.PushSettings;
import dev.dateline.ingest.watch.WatchService;
import dev.dateline.ingest.watch.WatchSettings;
import dev.dateline.ingest.websub.WebSubService;
import dev.dateline.ingest.websub.WebSubSettings;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.sink.SinkListener;
import dev.dateline.sink.SinkService;
import dev.dateline.sink.SinkSettings;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything on one machine: a broker in a child JVM, PostgreSQL, the registry, and all services in
 * this process. What takes long starts first and side by side.
 */
public final class EmbeddedWire implements AutoCloseable {

  /** Who hears what happens on the way of an article. */
  public record Listeners(IngestListener ingest, EnrichListener enrich, SinkListener sink) {}

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedWire.class);

  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final Metrics metrics = new Metrics();
  private String address = "";
  private List<Service> services = List.of();
  private @Nullable IngestService ingest;

  private EmbeddedWire() {}

  /**
   * Starts everything and returns once articles flow.
   *
   * @param folder taken for this process alone until it is closed
   * @param says hears what is being waited for, a line at a time
   */
  public static EmbeddedWire start(
      Settings settings, DataFolder folder, Listeners listeners, Consumer<String> says) {
    EmbeddedWire wire = new EmbeddedWire();
    try {
      wire.open(settings, folder, listeners, says);
      return wire;
    } catch (RuntimeException e) {
      wire.close();
      throw e;
    }
  }

  private void open(
      Settings settings, DataFolder folder, Listeners listeners, Consumer<String> says) {
    // every value is checked before anything starts
    EnrichSettings enrichSettings = EnrichSettings.from(settings);
    KnowledgeSettings knowledge = KnowledgeSettings.from(settings);
    SinkSettings sinkSettings = SinkSettings.from(settings);
    boolean folderGiven = settings.optionalText("ingest.path").isPresent();
    Optional<IngestSettings> ingestSettings =
        folderGiven ? Optional.of(IngestSettings.from(settings)) : Optional.empty();
    WatchSettings watchSettings = WatchSettings.from(settings);
    WebSubSettings webSubSettings = WebSubSettings.from(settings);
    PushSettings pushSettings = PushSettings.from(settings);
    FetchSettings fetchSettings = FetchSettings.from(settings);
    ConsoleSettings consoleSettings = ConsoleSettings.from(settings);
    KafkaSettings kafkaSettings = KafkaSettings.from(settings);
    HttpSettings http = HttpSettings.from(settings);

    DataLock lock = opened(folder.lock());
    EmbeddedKafka kafka = opened(new EmbeddedKafka(folder.kafka(), folder.cache()));
    EmbeddedPostgres postgres = opened(new EmbeddedPostgres(folder.postgres(), folder.cache()));
    says.accept("starting the broker and the database in " + folder.path());
    kafka.start();
    postgres.start();
    CompletableFuture<Tagger> tagger =
        CompletableFuture.supplyAsync(() -> Taggers.load(enrichSettings, knowledge.load(), says));

    String bootstrap = kafka.bootstrap();
    EmbeddedRegistry registry = opened(new EmbeddedRegistry(bootstrap));
    HttpEndpoint registryEndpoint =
        opened(
            new HttpEndpoint(
                new HttpSettings("127.0.0.1", 0),
                List.of(registry),
                metrics,
                List.of(registry.routes())));
    registryEndpoint.start();
    registry.start();
    URI registryAddress = URI.create("http://127.0.0.1:" + registryEndpoint.port());
    KafkaClients clients = new KafkaClients(kafkaSettings.at(bootstrap, registryAddress));
    TopicPreparation.run(clients, says);

    says.accept("starting the services");
    SinkSettings database =
        sinkSettings.at(postgres.jdbcUrl(), postgres.user(), postgres.password());
    SinkService sink = opened(new SinkService(clients, database, listeners.sink(), metrics));
    sink.start();
    EnrichService enrich =
        opened(
            new EnrichService(
                clients, enrichSettings, joined(tagger), metrics, listeners.enrich()));
    enrich.start();
    List<Service> ingesting = new ArrayList<>();
    if (ingestSettings.isPresent()) {
      ingest =
          opened(
              new IngestService(
                  clients, clients.registry(), ingestSettings.get(), metrics, listeners.ingest()));
      ingesting.add(ingest);
    }
    if (ingestSettings.isEmpty() || ingestSettings.get().watch()) {
      ingesting.add(
          opened(
              new WatchService(
                  clients,
                  clients.registry(),
                  watchSettings,
                  webSubSettings,
                  fetchSettings,
                  IngestSettings.limits(settings),
                  metrics,
                  listeners.ingest())));
    }
    PushService push =
        opened(
            new PushService(
                clients,
                clients.registry(),
                pushSettings,
                IngestSettings.limits(settings),
                metrics,
                listeners.ingest()));
    ingesting.add(push);
    WebSubService webSub =
        opened(
            new WebSubService(clients, clients.registry(), webSubSettings, fetchSettings, metrics));
    ingesting.add(webSub);
    ConsoleService console =
        opened(new ConsoleService(consoleSettings, clients, metrics, this::states));
    LedgerService ledger =
        opened(new LedgerService(clients, database, LedgerService.INTERVAL, metrics));
    services =
        Stream.of(
                List.of(kafka, postgres, registry),
                ingesting,
                List.of(enrich, sink, ledger, console))
            .flatMap(List::stream)
            .toList();
    HttpEndpoint endpoint =
        opened(
            new HttpEndpoint(
                http,
                services,
                metrics,
                List.of(console.routes(http), push.routes(), webSub.routes())));
    endpoint.start();
    ingesting.forEach(Service::start);
    console.start();
    ledger.start();
    address = "http://127.0.0.1:" + endpoint.port();
    lock.publish(
        Instance.ofThisProcess(
            bootstrap, registryAddress.toString(), address, postgres.jdbcUrl(), postgres.user()));
  }

  private static Tagger joined(CompletableFuture<Tagger> tagger) {
    try {
      return tagger.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UserException known ? known : e;
    }
  }

  private Map<String, Health> states() {
    Map<String, Health> states = new LinkedHashMap<>();
    services.forEach(service -> states.put(service.name(), service.check()));
    return states;
  }

  private <T extends AutoCloseable> T opened(T part) {
    closing.push(part);
    return part;
  }

  /** Address of the console. */
  public String address() {
    return address;
  }

  /**
   * Waits until the first pass over the source is committed.
   *
   * @throws UserException where ingest gives up
   */
  public void awaitIngest() throws InterruptedException {
    try {
      Objects.requireNonNull(ingest, "started").firstPass().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserException known
          ? known
          : new UserException(
              ExitCode.UNAVAILABLE, "Ingest ended early: " + e.getCause().getMessage(), e);
    }
  }

  /** The first service that is down, as a line for a person; empty while all are well. */
  public Optional<String> trouble() {
    return states().entrySet().stream()
        .filter(state -> state.getValue().state() == Health.State.DOWN)
        .map(state -> state.getKey() + ": " + state.getValue().detail())
        .findFirst();
  }

  @Override
  public synchronized void close() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (Exception e) {
        LOG.warn("a part does not close", e);
      }
    }
    metrics.close();
  }
}
