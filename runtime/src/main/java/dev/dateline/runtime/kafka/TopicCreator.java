package dev.dateline.runtime.kafka;

import dev.dateline.schemas.KafkaTopic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates topics ahead of their use. Publishing right after a creation may lose sends that are
 * reported only in the callback, so this returns when the brokers describe the topics.
 */
public final class TopicCreator {

  private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaSettings settings;

  public TopicCreator(KafkaSettings settings) {
    this.settings = settings;
  }

  /**
   * Creates the topics that are missing. Existing ones keep their partitions and what was set for
   * them, and get the settings that they lack.
   *
   * @throws IllegalStateException where the brokers do not answer or refuse
   */
  public void create(Admin admin, Collection<KafkaTopic> topics) {
    Map<String, KafkaFuture<Void>> creations =
        admin.createTopics(topics.stream().map(this::describe).toList()).values();
    Map<String, Map<String, String>> existing = new HashMap<>();
    for (KafkaTopic topic : topics) {
      if (!isCreated(topic.name(), creations.get(topic.name()))) {
        existing.put(topic.name(), configuration(topic));
      }
    }
    awaitDescription(admin, creations.keySet());
    TopicSettings.complete(admin, existing);
  }

  /** A broker may not have heard of a topic yet when the controller has already made it. */
  private static void awaitDescription(Admin admin, Collection<String> topics) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        admin
            .describeTopics(topics)
            .allTopicNames()
            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (ExecutionException e) {
        boolean unheard = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!unheard || System.nanoTime() > deadline) {
          throw new IllegalStateException("cannot describe topics: " + e.getCause(), e.getCause());
        }
        pause();
      } catch (TimeoutException e) {
        throw new IllegalStateException("no answer from the brokers about topics", e);
      } catch (InterruptedException e) {
        throw interrupted("topics", e);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw interrupted("topics", e);
    }
  }

  private static IllegalStateException interrupted(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while creating " + what, e);
  }

  private NewTopic describe(KafkaTopic topic) {
    Map<String, String> configuration = configuration(topic);
    if (settings.replication() > 1) {
      configuration.put(
          "min.insync.replicas", Integer.toString(Math.max(1, settings.replication() - 1)));
    }
    return new NewTopic(
            topic.name(), topic.partitions(settings.partitions()), (short) settings.replication())
        .configs(configuration);
  }

  /** What holds for a topic however many replicas it has. */
  private static Map<String, String> configuration(KafkaTopic topic) {
    Map<String, String> configuration = new HashMap<>(topic.configuration());
    configuration.put("max.message.bytes", Integer.toString(KafkaClients.MAX_RECORD_BYTES + 65536));
    return configuration;
  }

  /** Whether a topic was made, and not there before. */
  private static boolean isCreated(String what, KafkaFuture<?> future) {
    try {
      future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        LOG.debug("topic exists topic={}", what);
        return false;
      }
      throw new IllegalStateException("cannot create " + what + ": " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer from the brokers about " + what, e);
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }
}
