package dev.dateline.enrich.topology;

import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks for the topics that enrich needs; whoever runs the pipeline creates them ahead. */
final class MissingTopics {

  private static final List<KafkaTopic> NEEDED =
      Topics.all().stream().filter(topic -> !topic.equals(Topics.SCHEMA)).toList();

  private static final int PATIENCE_MILLIS = 2_000;

  private MissingTopics() {}

  /**
   * The names of topics that do not exist; waits two seconds at most.
   *
   * @throws KafkaException where the brokers do not answer
   */
  static List<String> of(Admin admin) {
    List<String> missing = new ArrayList<>();
    admin
        .describeTopics(
            NEEDED.stream().map(KafkaTopic::name).toList(),
            new DescribeTopicsOptions().timeoutMs(PATIENCE_MILLIS))
        .topicNameValues()
        .forEach(
            (name, description) -> {
              if (!exists(description)) {
                missing.add(name);
              }
            });
    return missing;
  }

  private static boolean exists(KafkaFuture<TopicDescription> description) {
    try {
      description.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new KafkaException("no answer from the brokers", e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("no answer from the brokers", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
