package dev.dateline.enrich.topology;

import dev.dateline.enrich.people.PersonLearning;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.runtime.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers, tags and publishes articles until it is closed. It waits for topics that are missing,
 * and after a failure it starts again, each time later; nothing uncommitted is lost by that.
 */
public final class EnrichService implements Service {

  /** The topic behind the register, keyed by article id. */
  public static final String REGISTER_TOPIC = EnrichTopology.CHANGELOG;

  /** The topic behind what enrich counts, keyed by source id; values are {@link Counts}. */
  public static final String LEDGER_TOPIC = EnrichTopology.LEDGER_CHANGELOG;

  /** The group whose offsets say how far enrich has come. */
  public static final String GROUP = EnrichTopology.APPLICATION;

  private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** After this time a failure counts as overcome. */
  private static final Duration STABLE = Duration.ofSeconds(5);

  /** Kafka and its topics may come up beside this service; later than this, something is wrong. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaClients kafka;
  private final EnrichSettings settings;
  private final CorrectedTagger tagger;
  private final Metrics metrics;
  private final EnrichSerdes serdes;
  private final Tally tally;
  private final RecentLag lag = new RecentLag(this::lag);
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread supervisor = new Thread(this::supervise, "enrich-supervisor");
  private volatile @Nullable StreamsRun run;
  private volatile @Nullable String trouble;
  private volatile String waiting = "not started";
  private volatile Instant startedAt = Instant.now();

  /**
   * @param tagger reads every article that is news; called by several threads
   * @param listener hears what became of each observation, once it is committed
   */
  public EnrichService(
      KafkaClients kafka,
      EnrichSettings settings,
      Tagger tagger,
      Metrics metrics,
      EnrichListener listener) {
    this.kafka = kafka;
    this.settings = settings;
    this.tagger = new CorrectedTagger(kafka, tagger);
    this.metrics = metrics;
    this.serdes = EnrichSerdes.of(kafka.registry());
    EnrichCounters counters = new EnrichCounters(metrics, name());
    this.tally =
        new Tally(
            event -> {
              counters.committed(event);
              listener.committed(event);
            });
    metrics.lag(name(), this::lag);
  }

  @Override
  public String name() {
    return "enrich";
  }

  @Override
  public void start() {
    if (started.compareAndSet(false, true)) {
      startedAt = Instant.now();
      waiting = "looking for Kafka at " + kafka.settings().bootstrap();
      new Thread(RocksMemory::load, "enrich-warm-up").start();
      supervisor.start();
    }
  }

  @Override
  public Health check() {
    if (closing.getCount() == 0) {
      return Health.stopped();
    }
    StreamsRun now = run;
    String known = trouble;
    if (known != null && (now == null || !now.runningFor(STABLE))) {
      return Health.down(known);
    }
    if (now == null) {
      boolean patient = Instant.now().isBefore(startedAt.plus(GRACE));
      return patient ? Health.starting(waiting) : Health.down(waiting);
    }
    if (now.state() != State.RUNNING) {
      return Health.starting("taking over partitions and their registers");
    }
    return now.connected()
        ? Health.up("tagging from " + now.partitions() + " partitions")
        : Health.down("no connection to Kafka at " + kafka.settings().bootstrap());
  }

  private long lag() {
    StreamsRun now = run;
    return now == null ? 0 : now.lag();
  }

  private void supervise() {
    Duration pause = FIRST_PAUSE;
    while (!closed(Duration.ZERO)) {
      boolean stable = false;
      try {
        if (topicsAreThere() && entitiesAreKnown()) {
          stable = live();
        }
      } catch (RuntimeException e) {
        LOG.error("enrich cannot run", e);
        trouble = "cannot run: " + e.getMessage();
      }
      pause = stable ? FIRST_PAUSE : pause;
      if (closed(pause)) {
        return;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /** Waits until every topic is there; false where the service is closed meanwhile. */
  private boolean topicsAreThere() {
    try (Admin admin = kafka.admin()) {
      while (!closed(Duration.ZERO)) {
        try {
          List<String> missing = MissingTopics.of(admin);
          if (missing.isEmpty()) {
            return true;
          }
          waiting =
              "waiting for the topics " + missing + "; create them, or start the command that does";
        } catch (KafkaException e) {
          waiting = "no answer from Kafka at " + kafka.settings().bootstrap() + "; is it running?";
        }
        closed(FIRST_PAUSE);
      }
    }
    return false;
  }

  /** Waits until the tagger knows what operators said; false where the service is closed. */
  private boolean entitiesAreKnown() {
    tagger.start();
    waiting = "reading what operators said of entities";
    while (!closed(Duration.ZERO)) {
      if (await(tagger.caughtUp(), FIRST_PAUSE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs until it fails or the service is closed.
   *
   * @return whether it ran well for a while
   */
  private boolean live() {
    try (StreamsRun life =
        new StreamsRun(
            EnrichTopology.build(
                document -> tagger.tag(document, lag.records()),
                new PersonLearning(settings.personPublishers()),
                serdes,
                tally),
            StreamsConfiguration.of(
                kafka.settings(), settings, InstanceId.in(settings.stateDirectory())),
            new InUseMark(settings.stateDirectory()),
            tally)) {
      run = life;
      life.start(metrics);
      announce();
      boolean stable = false;
      while (!closed(Duration.ZERO) && !await(life.ended(), FIRST_PAUSE)) {
        if (!stable && life.runningFor(STABLE)) {
          stable = true;
          trouble = null;
        }
      }
      Throwable failure = life.failure();
      if (failure != null) {
        LOG.error("enrich ended by a failure and will start again", failure);
        trouble = "starts again after: " + rootOf(failure);
      }
      return stable;
    } finally {
      run = null;
    }
  }

  /** While the group forms; a registry that is away is met again with the first record. */
  private void announce() {
    try {
      serdes.announce();
    } catch (RuntimeException e) {
      LOG.warn("schemas are not registered yet error={}", e.getMessage());
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private boolean closed(Duration wait) {
    return await(closing, wait);
  }

  private static boolean await(CountDownLatch latch, Duration wait) {
    try {
      return latch.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    if (!started.get()) {
      return;
    }
    try {
      supervisor.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tagger.close();
  }
}
