package dev.dateline.benchmarks;

import dev.dateline.ingest.watch.SourceCatalog;
import dev.dateline.ingest.watch.SourceIds;
import dev.dateline.schemas.PagePolicy;
import dev.dateline.schemas.SourceKind;
import dev.dateline.schemas.WatchedSource;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.feeds.FeedServer;
import dev.dateline.training.report.MarkdownPage;
import dev.dateline.training.report.MarkdownTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Thousands of sources, each of a host of its own, watched by one {@code dateline ingest}: its
 * memory, and how late its polls are while all servers answer and while one in a hundred hangs. The
 * feeds and a broker run beside it, on loopback. Prints its section of docs/performance.md and
 * writes it there. Ends by itself, after a first round and two intervals.
 *
 * <p>Usage, after a build: {@code SourcesBenchmark REPOSITORY [SOURCES [MINUTES]]}, MINUTES being
 * the interval between polls of a source.
 */
public final class SourcesBenchmark implements AutoCloseable {

  private static final String HEADING = "Many sources";
  private static final long SEED = 20261129;
  private static final int PARTITIONS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int LIMIT_MEGABYTES = 1_024;

  /** Leaves a third of the limit to what is no heap. */
  private static final String HEAP = "-Xmx680m";

  private final Path repository;
  private final int sources;
  private final Duration interval;
  private final int port;
  private final MarkdownTable table =
      new MarkdownTable(
          "while", "polls", "late, median", "late, 99 of 100", "memory (PSS)", "of it heap in use");

  private final TestCluster cluster = TestCluster.start(PARTITIONS);
  private final FeedServer world;
  private final PollLag lag;

  private SourcesBenchmark(Path repository, int sources, Duration interval) throws IOException {
    this.repository = repository;
    this.sources = sources;
    this.interval = interval;
    this.world = FeedServer.startOnManyHosts(SEED, sources);
    this.lag = new PollLag(cluster.clients());
    world.calm();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      this.port = free.getLocalPort();
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path repository = Path.of(arguments.length > 0 ? arguments[0] : ".").toRealPath();
    int sources = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    int minutes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    try (SourcesBenchmark benchmark =
        new SourcesBenchmark(repository, sources, Duration.ofMinutes(minutes))) {
      benchmark.run();
    }
  }

  private void run() throws IOException, InterruptedException {
    try (SourceCatalog catalog = new SourceCatalog(cluster.clients(), Clock.systemUTC())) {
      catalog.put(world.urls().stream().map(SourcesBenchmark::source).toList());
    }
    Process ingest = ingest();
    try {
      double firstRound = firstRound(ingest);
      lag.drain();
      measure("all servers answer", ingest);
      world.hang(sources / 100);
      measure("one in a hundred hangs", ingest);
      write(firstRound);
    } finally {
      ingest.destroy();
      if (!ingest.waitFor(30, TimeUnit.SECONDS)) {
        ingest.destroyForcibly();
      }
    }
  }

  private static WatchedSource source(String url) {
    return WatchedSource.newBuilder()
        .setId(SourceIds.of(url))
        .setKind(SourceKind.FEED)
        .setUrl(url)
        .setPages(PagePolicy.NEVER)
        .setStatedAt(Instant.now())
        .build();
  }

  private Process ingest() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("./dateline", "ingest")
            .directory(repository.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    String every = interval.toSeconds() + "s";
    builder
        .environment()
        .putAll(
            Map.of(
                "DATELINE_JAVA_OPTIONS",
                HEAP,
                "DATELINE_KAFKA_BOOTSTRAP",
                cluster.settings().bootstrap(),
                "DATELINE_KAFKA_REGISTRY",
                cluster.settings().registry().toString(),
                "DATELINE_KAFKA_PARTITIONS",
                Integer.toString(PARTITIONS),
                "DATELINE_KAFKA_REPLICATION",
                "1",
                "DATELINE_HTTP_PORT",
                Integer.toString(port),
                "DATELINE_FETCH_ALLOW",
                "127.0.0.0/8",
                "DATELINE_WATCH_FIRST",
                every,
                "DATELINE_WATCH_SHORTEST",
                every,
                "DATELINE_WATCH_LONGEST",
                every));
    return builder.start();
  }

  /** Seconds until every source has been asked once. */
  private double firstRound(Process ingest) {
    long start = System.nanoTime();
    while (lag.asked() < sources) {
      lag.follow(Duration.ofSeconds(1));
      if (!ingest.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(lag.asked() + " of " + sources + " sources were asked");
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Measures one interval, in which every feed has news. */
  private void measure(String name, Process ingest) throws IOException, InterruptedException {
    world.step();
    lag.follow(interval);
    List<Double> late = lag.drain();
    if (late.isEmpty()) {
      throw new IllegalStateException("no source was asked while " + name);
    }
    List<String> row =
        List.of(
            name,
            String.format(Locale.ROOT, "%,d", late.size()),
            String.format(Locale.ROOT, "%.2f s", late.get(late.size() / 2)),
            String.format(Locale.ROOT, "%.2f s", late.get(late.size() * 99 / 100)),
            String.format(Locale.ROOT, "%,.0f MB", ProcessMemory.megabytes(ingest.toHandle())),
            String.format(Locale.ROOT, "%,.0f MB", heapMegabytes()));
    System.err.println(row);
    table.row(row);
  }

  private double heapMegabytes() throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    String text =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
            .body();
    return text.lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum()
        / (1024 * 1024);
  }

  private void write(double firstRound) throws IOException {
    String body =
        String.format(
                Locale.ROOT,
                """
            %,d feeds of 20 items on as many hosts, asked every %d minutes by one `dateline ingest` (64 polls at once, `%s`), on a
            machine with %d processors that also runs the feeds and the broker. A poll is late by the time between when its source was to be
            asked and when it had been; each of these intervals brought news to the feeds. Until all were asked for the first time: %.0f s.
            %d servers took requests and answered none. Load of the machine at the end, all its work counted: %.1f. Java %s. By `java -cp ... dev.dateline.benchmarks.SourcesBenchmark`.

            """,
                sources,
                interval.toMinutes(),
                HEAP,
                Runtime.getRuntime().availableProcessors(),
                firstRound,
                lag.failed(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"))
            + table
            + "\nThe limit is "
            + LIMIT_MEGABYTES
            + " MB.\n";
    System.out.print(body);
    Path page = repository.resolve("docs/performance.md");
    MarkdownPage.read(page, "Performance").with(HEADING, body).write(page);
  }

  @Override
  public void close() {
    lag.close();
    world.close();
    cluster.close();
  }
}
