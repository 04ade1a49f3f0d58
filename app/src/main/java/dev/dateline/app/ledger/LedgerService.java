package dev.dateline.app.ledger;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.postgres.PostgresDatabase;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Balances the ledger now and then, for the gauge {@code dateline_ledger_difference}. To say of
 * what waits from which source it came, all of it is read; so it balances while little waits.
 */
public final class LedgerService implements Service {

  /** How often it looks, unless somebody wants otherwise. */
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The most offsets that may wait: read within a second or two. */
  public static final long MOST_WAITING = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(LedgerService.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaClients clients;
  private final SinkSettings database;
  private final Duration interval;
  private final long mostWaiting;
  private final Map<Stage, Long> differences = new EnumMap<>(Stage.class);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ledger");
            thread.setDaemon(true);
            return thread;
          });
  private volatile String state = "not balanced yet";

  /**
   * @param interval between two looks; the first one comes after it as well
   */
  public LedgerService(
      KafkaClients clients, SinkSettings database, Duration interval, Metrics metrics) {
    this(clients, database, interval, MOST_WAITING, metrics);
  }

  /**
   * @param mostWaiting the most offsets that may wait for it to balance
   */
  LedgerService(
      KafkaClients clients,
      SinkSettings database,
      Duration interval,
      long mostWaiting,
      Metrics metrics) {
    this.clients = clients;
    this.database = database;
    this.interval = interval;
    this.mostWaiting = mostWaiting;
    for (Stage stage : Stage.values()) {
      Gauge.builder("dateline.ledger.difference", () -> difference(stage))
          .description("Articles that a stage was handed and that are nowhere; 0 at rest")
          .tag("stage", stage.label())
          .strongReference(true)
          .register(metrics.registry());
    }
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public void start() {
    long millis = interval.toMillis();
    timer.scheduleWithFixedDelay(this::balance, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void balance() {
    try (PostgresDatabase opened = PostgresDatabase.open(database, PATIENCE, Optional.empty())) {
      LedgerReader reader = new LedgerReader(clients);
      long waiting = reader.waiting(opened.store());
      if (waiting > mostWaiting) {
        state = "balances again when little waits; now " + waiting + " offsets";
        return;
      }
      Ledger ledger = reader.read(Optional.of(opened.store()));
      synchronized (differences) {
        for (Stage stage : Stage.values()) {
          differences.put(stage, ledger.difference(stage));
        }
      }
      state = "balanced";
    } catch (RuntimeException e) {
      LOG.debug("the ledger cannot be read now reason={}", e.getMessage());
      state = "cannot be read now: " + e.getMessage();
    }
  }

  /** Not a number before the first look; while much waits, what was seen last. */
  private double difference(Stage stage) {
    synchronized (differences) {
      Long known = differences.get(stage);
      return known == null ? Double.NaN : known;
    }
  }

  /** It looks on; what is wrong with brokers or database, the services tell that work with them. */
  @Override
  public Health check() {
    return timer.isShutdown() ? Health.stopped() : Health.up(state);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
