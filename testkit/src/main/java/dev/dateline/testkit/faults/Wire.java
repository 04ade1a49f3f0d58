package dev.dateline.testkit.faults;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.testkit.TestBroker;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole wire, each part in a process of its own: broker, database, and the services as their
 * commands start them. Sinks reach the database, and enrich the broker, through a {@link TcpProxy}.
 */
public final class Wire implements AutoCloseable {

  /** Shorter than the defaults, as {@code dateline run} sets them, so that runs are short. */
  static final String TIMEOUT = "6s";

  private final Installation product;
  private final Path folder;
  private final TestCluster cluster;
  private final TestPostgres postgres;
  private final TcpProxy brokerProxy;
  private final TcpProxy databaseProxy;
  private final Tables tables;
  private final Audit audit;
  private final Admin admin;
  private final Map<String, Poison> poison = new LinkedHashMap<>();
  private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

  private Wire(Installation product, Path folder) {
    this.product = product;
    this.folder = folder;
    this.postgres = TestPostgres.start();
    this.brokerProxy = TcpProxy.start(() -> broker().frontedPort());
    this.cluster = TestCluster.on(TestBroker.startBehind(brokerProxy.port()));
    String jdbcUrl = postgres.jdbcUrl();
    int port = URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    this.databaseProxy = TcpProxy.start(() -> port);
    this.tables = new Tables(postgres::jdbcUrl, postgres::user, postgres::password);
    this.audit = new Audit(tables);
    this.admin = clients().admin();
  }

  /**
   * Starts broker and database; the services are started one by one.
   *
   * @param repository where a build left the product that is put to the test
   * @param folder empty; for the product, logs, registers and articles
   */
  public static Wire start(Path repository, Path folder) {
    return start(repository, folder, List.of());
  }

  /** The same with a product into which faults were put. */
  public static Wire start(Path repository, Path folder, List<Mutation> mutations) {
    try {
      Files.createDirectories(folder.resolve("articles"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
    Installation product = Installation.copy(repository, folder.resolve("product"));
    mutations.forEach(mutation -> mutation.apply(repository, product));
    return new Wire(product, folder);
  }

  /** Starts a service under the name of its part. */
  public ServiceProcess start(Part part) {
    return start(part, part.command(), "");
  }

  /**
   * Starts a service.
   *
   * @param name of this instance of the part; the same name means the same state directory
   * @param javaOptions more options of its JVM
   */
  public ServiceProcess start(Part part, String name, String javaOptions) {
    ServiceProcess process =
        ServiceProcess.start(
            product.launcher(),
            arguments(part, name),
            heap(part) + " " + javaOptions,
            folder,
            log(name));
    processes.put(name, process);
    return process;
  }

  private static String heap(Part part) {
    return "-XX:TieredStopAtLevel=1 -Xmx" + (part == Part.ENRICH ? "768m" : "256m");
  }

  private List<String> arguments(Part part, String name) {
    List<String> arguments = new ArrayList<>(List.of(part.command()));
    if (part == Part.INGEST) {
      arguments.add(articles().toString());
    }
    settings(part, name)
        .forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return arguments;
  }

  private Map<String, String> settings(Part part, String name) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "kafka.bootstrap",
        part == Part.ENRICH ? "127.0.0.1:" + brokerProxy.port() : cluster.settings().bootstrap());
    settings.put("kafka.registry", cluster.settings().registry().toString());
    settings.put("kafka.partitions", "" + cluster.settings().partitions());
    settings.put("kafka.replication", "1");
    settings.put("kafka.session-timeout", TIMEOUT);
    settings.put("kafka.transaction-timeout", TIMEOUT);
    if (part == Part.INGEST) {
      settings.put("ingest.settle", "20ms");
      settings.put("ingest.rescan", "1s");
    } else if (part == Part.ENRICH) {
      settings.put("enrich.state-dir", folder.resolve(name).toString());
      settings.put("enrich.tagger", "fast");
    } else if (part == Part.SINK) {
      settings.put(
          "sink.jdbc-url",
          "jdbc:postgresql://127.0.0.1:"
              + databaseProxy.port()
              + database()
              + "?ApplicationName="
              + name);
      settings.put("sink.batch-records", "20"); // many small transactions
      settings.put("sink.user", postgres.user());
      settings.put("sink.password", postgres.password());
    }
    return settings;
  }

  private String database() {
    return URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPath();
  }

  /** The process that was started last under a name. */
  public ServiceProcess process(String name) {
    return Optional.ofNullable(processes.get(name))
        .orElseThrow(() -> new IllegalArgumentException("nothing was started as " + name));
  }

  /**
   * {@code kill -9} of a part.
   *
   * @return whether it ran until then and runs no more: the proof that the fault fired
   */
  boolean kill(Part part) {
    if (part == Part.BROKER || part == Part.DATABASE) {
      long pid = part == Part.BROKER ? cluster.broker().pid() : postgres.pid();
      Optional<ProcessHandle> victim = ProcessHandle.of(pid);
      victim.ifPresent(ProcessHandle::destroyForcibly);
      victim.ifPresent(handle -> handle.onExit().join());
      return victim.isPresent();
    }
    ServiceProcess victim = process(part.command());
    boolean ran = victim.isAlive();
    victim.kill();
    return ran && victim.awaitExit() == ServiceProcess.KILLED;
  }

  /** Where ingest finds its articles. */
  Path articles() {
    return folder.resolve("articles");
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** What the processes write to, and what is left to look at after a failure. */
  public Path folder() {
    return folder;
  }

  Tables tables() {
    return tables;
  }

  Audit audit() {
    return audit;
  }

  /** Remembers what must be dead in the end. */
  void poisoned(Poison record) {
    poison.put(record.origin(), record);
  }

  /** What must be dead in the end, by its coordinates. */
  Map<String, Poison> poison() {
    return Collections.unmodifiableMap(poison);
  }

  Log log() {
    return new Log(clients(), admin);
  }

  public KafkaClients clients() {
    return cluster.clients();
  }

  /** What stands between the sinks and PostgreSQL. */
  public TcpProxy databaseProxy() {
    return databaseProxy;
  }

  /** What stands between enrich and its broker. */
  public TcpProxy brokerProxy() {
    return brokerProxy;
  }

  private TestBroker broker() {
    return cluster.broker();
  }

  public TestPostgres postgres() {
    return postgres;
  }

  @Override
  public void close() {
    List<ServiceProcess> backwards = new ArrayList<>(processes.values());
    Collections.reverse(backwards);
    backwards.forEach(ServiceProcess::kill);
    databaseProxy.close();
    brokerProxy.close();
    admin.close();
    cluster.close();
    postgres.close();
  }
}
