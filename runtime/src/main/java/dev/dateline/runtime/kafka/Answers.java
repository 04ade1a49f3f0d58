package dev.dateline.runtime.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What brokers answer an admin client, in a bounded time. */
public final class Answers {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Answers() {}

  /**
   * The answer.
   *
   * @throws KafkaException where they refuse, or do not answer
   */
  public static <T> T of(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known
          ? known
          : new KafkaException("the brokers refuse", e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("no answer in " + PATIENCE.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** A topic; empty where there is none of this name. */
  public static Optional<TopicDescription> topic(Admin admin, String name) {
    try {
      return Optional.of(of(admin.describeTopics(List.of(name)).topicNameValues().get(name)));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }
}
