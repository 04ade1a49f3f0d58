package dev.dateline.sink;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.postgres.PostgresDatabase;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole sink: tables, worker, search index and the relay of dead letters. */
public final class SinkService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
  private static final int INDEX_STEP = 100;
  private static final int RELAY_STEP = 20;
  private static final Duration INDEX_INTERVAL = Duration.ofSeconds(2);
  private static final Duration RELAY_INTERVAL = Duration.ofSeconds(2);

  private final PostgresDatabase database;
  private final SinkWorker worker;
  private final DeadLetterPublisher publisher;
  private final Repeating migration;
  private final Repeating indexer;
  private final Repeating relay;
  private final Grace grace = new Grace();
  private volatile boolean migrated;
  private volatile boolean closing;
  private volatile boolean closed;

  /**
   * @param listener hears what is stored
   */
  public SinkService(
      KafkaClients clients, SinkSettings settings, SinkListener listener, Metrics metrics) {
    Duration transaction = transactionTimeout(clients.settings().sessionTimeout());
    this.database = PostgresDatabase.open(settings, transaction, Optional.of(metrics.registry()));
    this.publisher = new DeadLetterPublisher(clients, transaction.dividedBy(2));
    ArticleStore store = database.store();
    this.indexer =
        new Repeating(
            "sink-index", INDEX_INTERVAL, () -> store.index().catchUp(INDEX_STEP) == INDEX_STEP);
    this.relay = new Repeating("sink-relay", RELAY_INTERVAL, () -> relay(store.outbox()));
    this.worker = new SinkWorker(clients, settings, store, waking(listener), metrics);
    this.migration = new Repeating("sink-migration", Duration.ofDays(1), this::migrate);
  }

  /**
   * How long a transaction may take: shorter than it takes the group to replace a frozen member, so
   * that the successor finds the partition unlocked.
   */
  static Duration transactionTimeout(Duration sessionTimeout) {
    return sessionTimeout.multipliedBy(8).dividedBy(10);
  }

  private SinkListener waking(SinkListener listener) {
    return new SinkListener() {
      @Override
      public void stored(EnrichedArticle article) {
        listener.stored(article);
        indexer.wake();
      }

      @Override
      public void dead(DeadLetter letter) {
        listener.dead(letter);
        relay.wake();
      }
    };
  }

  private boolean relay(DeadLetterOutbox outbox) throws InterruptedException {
    int relayed = outbox.relay(RELAY_STEP, publisher);
    Topics.DEAD_LETTER.retention().ifPresent(outbox::forget);
    return relayed == RELAY_STEP;
  }

  private boolean migrate() {
    if (!migrated) {
      database.migrate();
      if (closing) {
        return false;
      }
      migrated = true;
      LOG.info("tables are ready");
      worker.start();
      indexer.start();
      relay.start();
    }
    return false;
  }

  @Override
  public String name() {
    return worker.name();
  }

  @Override
  public void start() {
    migration.start();
  }

  @Override
  public Health check() {
    if (closed) {
      return Health.stopped();
    }
    if (!migrated) {
      return migration
          .trouble()
          .map(reason -> grace.waiting(reason + "; check sink.jdbc-url, sink.user and password"))
          .orElse(Health.starting("prepares the tables"));
    }
    Health health = worker.check();
    if (health.state() != Health.State.UP) {
      return health;
    }
    return relay
        .trouble()
        .map(reason -> Health.down("dead letters wait for their relay: " + reason))
        .or(() -> indexer.trouble().map(reason -> Health.down("the index falls behind: " + reason)))
        .orElse(health);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closing = true;
    migration.close();
    worker.close();
    indexer.close();
    relay.close();
    publisher.close();
    database.close();
    closed = true;
  }
}
