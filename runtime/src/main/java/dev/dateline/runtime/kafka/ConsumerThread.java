package dev.dateline.runtime.kafka;

import dev.dateline.schemas.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works with a consumer of its own until it is closed. Where Kafka or the schema
 * registry fails, it begins anew with another consumer after a pause; a bug ends it. Both show in
 * {@link #trouble}.
 */
public final class ConsumerThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerThread.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Object> configuration;
  private final Work work;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private volatile @Nullable String trouble;

  /** What is done with the consumer, by this thread alone. */
  public interface Work {

    /** Sets a new consumer out: assigns it, and says where it begins. */
    void begin(KafkaConsumer<String, byte[]> consumer);

    /** Polls once, for a second at most, and takes what has come; called again and again. */
    void round(KafkaConsumer<String, byte[]> consumer);
  }

  /**
   * @param name of the thread, for logs and for people
   * @param configuration of the consumer, see {@link KafkaClients}
   */
  public ConsumerThread(String name, Map<String, Object> configuration, Work work) {
    this.configuration = configuration;
    this.work = work;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Begins; needs no network to return. */
  public void start() {
    thread.start();
  }

  /** What keeps it from its work, for a person; null while it is well. */
  public @Nullable String trouble() {
    return trouble;
  }

  private void run() {
    while (!isClosing()) {
      try {
        work();
      } catch (WakeupException | InterruptException e) {
        if (!isClosing()) {
          fail(e);
          return;
        }
      } catch (KafkaException | RegistryUnavailableException e) {
        trouble = "Kafka or the schema registry does not answer: " + e.getMessage();
        LOG.warn("begins anew thread={} reason={}", thread.getName(), e.toString());
        pause();
      } catch (RuntimeException | Error e) {
        fail(e);
        return;
      }
    }
  }

  private void work() {
    try (KafkaConsumer<String, byte[]> opened =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer = opened;
      if (!isClosing()) {
        work.begin(opened);
      }
      while (!isClosing()) {
        work.round(opened);
        trouble = null;
      }
    } finally {
      consumer = null;
    }
  }

  private void fail(Throwable fault) {
    trouble = "The thread '" + thread.getName() + "' failed: " + fault + ". Please report this.";
    LOG.error("a thread failed thread={}", thread.getName(), fault);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause() {
    try {
      closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the work in hand and waits a while for that. */
  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<?, ?> now = consumer;
    if (now != null) {
      now.wakeup();
    }
    try {
      thread.join(CLOSE_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
