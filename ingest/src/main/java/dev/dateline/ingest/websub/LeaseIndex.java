package dev.dateline.ingest.websub;

import dev.dateline.runtime.kafka.FollowedTopic;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All leases, by token: a hub may call any process back, whichever watches the source. Follows
 * {@code news.source-lease.v1} from its beginning.
 */
final class LeaseIndex implements Leases, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeaseIndex.class);

  /** A hub may call back sooner than word of the lease comes here. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  /** Who guesses tokens holds up few threads. */
  private static final int MOST_WAITING = 16;

  private final AvroSerde<SourceLease> serde;
  private final Clock clock;
  private final Map<String, Known> leases = new HashMap<>();
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final FollowedTopic topic;

  LeaseIndex(KafkaClients clients, AvroSerde<SourceLease> serde, Clock clock) {
    this.serde = serde;
    this.clock = clock;
    this.topic = new FollowedTopic(clients, Topics.SOURCE_LEASE, "leases", this::apply);
  }

  void start() {
    topic.start();
  }

  @Override
  public boolean isCurrent() {
    return topic.isCurrent();
  }

  /** What keeps it from following. */
  @Nullable String trouble() {
    return topic.trouble();
  }

  synchronized int size() {
    return leases.size();
  }

  @Override
  public Optional<Known> find(String token, Predicate<SourceLease> expected)
      throws InterruptedException {
    Optional<Known> known = known(token);
    boolean found = known.map(Known::lease).filter(expected).isPresent();
    if (found || !Tokens.isOne(token) || !waiting.tryAcquire()) {
      return known;
    }
    try {
      return await(token, expected);
    } finally {
      waiting.release();
    }
  }

  private synchronized Optional<Known> await(String token, Predicate<SourceLease> expected)
      throws InterruptedException {
    long deadline = System.nanoTime() + AHEAD.toNanos();
    for (long left = AHEAD.toNanos(); left > 0; left = deadline - System.nanoTime()) {
      if (known(token).map(Known::lease).filter(expected).isPresent()) {
        break;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return known(token);
  }

  private synchronized Optional<Known> known(String token) {
    return Optional.ofNullable(leases.get(token))
        .filter(known -> known.lease().getEndsAt().isAfter(clock.instant()));
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    try {
      put(
          record.key(),
          record.value() == null
              ? null
              : new Known(serde.decode(record.value()), record.partition()));
    } catch (SerializationException e) {
      LOG.warn("skips a lease that cannot be read reason={}", e.getMessage());
    }
  }

  private synchronized void put(String token, @Nullable Known known) {
    if (known == null || !known.lease().getEndsAt().isAfter(clock.instant())) {
      leases.remove(token);
    } else {
      leases.put(token, known);
    }
    notifyAll();
  }

  @Override
  public void close() {
    topic.close();
  }
}
