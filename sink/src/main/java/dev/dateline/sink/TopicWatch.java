package dev.dateline.sink;

import dev.dateline.runtime.Health;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a topic, and sees when it was deleted and made again under the same name. */
final class TopicWatch {

  private static final Duration RETRY = Duration.ofMillis(100);
  private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);

  private final Admin admin;
  private final String topic;
  private final Grace grace = new Grace();
  private @Nullable TopicIdentity known;
  private long checkedAt = System.nanoTime();

  TopicWatch(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  /**
   * Waits until the topic is there: a consumer of a topic that is made later may take minutes to
   * find it.
   *
   * @return false where it was stopped before
   */
  boolean await(BooleanSupplier stopped, Consumer<Health> health) {
    while (!stopped.getAsBoolean()) {
      try {
        identity();
        return true;
      } catch (RetriableException e) {
        health.accept(grace.waiting("waits for " + topic + ": " + e.getMessage()));
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
    return false;
  }

  /**
   * What the topic is now.
   *
   * @throws RetriableException where the brokers do not answer, or do not have it yet
   * @throws KafkaException where it is another one than before: a consumer would go on in it at the
   *     offset of the old one
   */
  TopicIdentity identity() {
    checkedAt = System.nanoTime();
    TopicIdentity now = TopicIdentity.of(admin, topic);
    if (known != null && !known.equals(now)) {
      throw new KafkaException(topic + " was made anew");
    }
    known = now;
    return now;
  }

  /** As {@link #identity()}, but now and then only, and taking silence for no change. */
  void check() {
    if (System.nanoTime() - checkedAt < INTERVAL_NANOS) {
      return;
    }
    try {
      identity();
    } catch (RetriableException e) {
      LOG.debug("topic not checked topic={} reason={}", topic, e.getMessage());
    }
  }
}
