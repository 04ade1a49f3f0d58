package dev.dateline.testkit.faults;

import dev.dateline.embedded.process.Ports;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.testkit.TestBroker;
import dev.dateline.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole wire, each part in a process of its own: broker, database, and the services as their
 * commands start them. Sinks reach the database, and enrich a single broker of ours, through a
 * {@link TcpProxy}.
 */
public final class Wire implements AutoCloseable {

  /** Shorter than the defaults, as {@code dateline run} sets them, so that runs are short. */
  static final String TIMEOUT = "6s";

  private final Installation product;
  private final boolean quickStarts;
  private Installation current;
  private final Path folder;
  private final Servers servers;
  private final TcpProxy brokerProxy;
  private final TcpProxy databaseProxy;
  private final Tables tables;
  private final Audit audit;
  private final Admin admin;
  private final Map<Part, SmallDisk> disks = new EnumMap<>(Part.class);
  private final Map<String, Poison> poison = new LinkedHashMap<>();
  private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

  private Wire(Setup setup, Installation product) {
    this.product = product;
    this.quickStarts = setup.mutations().isEmpty();
    this.current =
        setup
            .previous()
            .map(build -> Installation.copy(build, setup.folder().resolve("previous")))
            .orElse(product);
    this.folder = setup.folder();
    setup
        .disks()
        .forEach(
            (part, size) -> disks.put(part, SmallDisk.mount(folder.resolve(disk(part)), size)));
    this.brokerProxy = TcpProxy.start(() -> embedded().broker().frontedPort());
    this.servers = setup.servers() == null ? ours(setup.brokers()) : setup.servers().get();
    this.databaseProxy = TcpProxy.start(this::databasePort);
    this.tables = new Tables(servers::jdbcUrl, servers::user, servers::password);
    this.audit = new Audit(tables);
    this.admin = clients().admin();
  }

  /** Where the file system of a part is mounted; that of enrich is the folder of its register. */
  private static String disk(Part part) {
    return part == Part.ENRICH ? part.command() : part.command() + "-disk";
  }

  private Servers ours(int brokers) {
    SmallDisk database = disks.get(Part.DATABASE);
    SmallDisk log = disks.get(Part.BROKER);
    TestPostgres postgres =
        database == null ? TestPostgres.start() : TestPostgres.startIn(database.root());
    if (brokers > 1) {
      return EmbeddedServers.on(TestBroker.startSeveral(brokers), postgres);
    }
    return EmbeddedServers.on(
        log == null
            ? TestBroker.startBehind(brokerProxy.port())
            : TestBroker.startIn(log.root(), brokerProxy.port()),
        postgres);
  }

  /**
   * Starts broker and database; the services are started one by one.
   *
   * @param repository where a build left the product that is put to the test
   * @param folder empty; for the product, logs, registers and articles
   */
  public static Wire start(Path repository, Path folder) {
    return start(Setup.of(repository, folder));
  }

  /** The same, set up in another way. */
  public static Wire start(Setup setup) {
    try {
      Files.createDirectories(setup.folder().resolve("articles"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + setup.folder(), e);
    }
    Installation product = Installation.copy(setup.repository(), setup.folder().resolve("product"));
    setup.mutations().forEach(mutation -> mutation.apply(setup.repository(), product));
    return new Wire(setup, product);
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
    return start(part, name, javaOptions, Map.of());
  }

  /**
   * The same in another environment.
   *
   * @param environment what is added to that of this process
   */
  ServiceProcess start(
      Part part, String name, String javaOptions, Map<String, String> environment) {
    int port = Ports.free();
    List<String> arguments = arguments(part, name);
    arguments.addAll(List.of("--set", "http.port=" + port));
    Map<String, String> whole = new LinkedHashMap<>(environment);
    whole.put("DATELINE_JAVA_OPTIONS", heap(part) + " " + javaOptions);
    if (!quickStarts) {
      whole.put("DATELINE_ARCHIVE", "none"); // its making takes longer than so short a run gains
    }
    ServiceProcess process =
        ServiceProcess.start(current.launcher(), arguments, whole, port, folder, log(name));
    processes.put(name, process);
    return process;
  }

  /** From now on services start with the product, and not with the one before. */
  void upgrade() {
    current = product;
  }

  /** Whether a part runs with the product, and not with the one before. */
  boolean isUpgraded(Part part) {
    return process(part.command()).runsFrom(product);
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
    KafkaSettings kafka = servers.cluster().settings();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "kafka.bootstrap",
        part == Part.ENRICH && isFronted() ? "127.0.0.1:" + brokerProxy.port() : kafka.bootstrap());
    settings.put("kafka.registry", kafka.registry().toString());
    settings.put("kafka.partitions", "" + kafka.partitions());
    settings.put("kafka.replication", "" + kafka.replication());
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
      settings.put("sink.user", servers.user());
      settings.put("sink.password", servers.password());
    }
    return settings;
  }

  private boolean isFronted() {
    return servers instanceof EmbeddedServers ours && ours.broker().count() == 1;
  }

  private String database() {
    return databaseAddress().getPath();
  }

  private int databasePort() {
    return databaseAddress().getPort();
  }

  private URI databaseAddress() {
    return URI.create(servers.jdbcUrl().substring("jdbc:".length()));
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
      return servers.kill(part);
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

  /** SIGSTOP of the broker. */
  void freezeBroker() {
    Signal.STOP.send(embedded().broker().pid());
  }

  /** SIGCONT of the broker. */
  void thawBroker() {
    Signal.CONT.send(embedded().broker().pid());
  }

  Log log() {
    return new Log(clients(), admin);
  }

  public KafkaClients clients() {
    return servers.cluster().clients();
  }

  /** What stands between the sinks and PostgreSQL. */
  public TcpProxy databaseProxy() {
    return databaseProxy;
  }

  /** What stands between enrich and its broker. */
  public TcpProxy brokerProxy() {
    return brokerProxy;
  }

  /**
   * The brokers and the database where they are ours.
   *
   * @throws IllegalStateException where they are not
   */
  public EmbeddedServers embedded() {
    if (servers instanceof EmbeddedServers ours) {
      return ours;
    }
    throw new IllegalStateException("the fault needs brokers and a database of ours");
  }

  /** The brokers and the database. */
  public Servers servers() {
    return servers;
  }

  /** The small file system under a part. */
  SmallDisk diskUnder(Part part) {
    return Optional.ofNullable(disks.get(part))
        .orElseThrow(() -> new IllegalStateException(part + " has no disk of its own"));
  }

  @Override
  public void close() {
    List<ServiceProcess> backwards = new ArrayList<>(processes.values());
    Collections.reverse(backwards);
    backwards.forEach(ServiceProcess::kill);
    databaseProxy.close();
    brokerProxy.close();
    admin.close();
    servers.close();
    disks.values().forEach(SmallDisk::close);
  }
}
