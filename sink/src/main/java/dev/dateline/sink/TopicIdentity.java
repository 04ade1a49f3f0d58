package dev.dateline.sink;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * What Kafka calls a cluster and a topic, which names cannot tell.
 *
 * @param clusterId id of the cluster
 * @param topicId id of the topic; another one after the topic was deleted and made again
 */
record TopicIdentity(String clusterId, String topicId) {

  private static final long PATIENCE_SECONDS = 5;

  /**
   * Asks the brokers.
   *
   * @throws RetriableException where they do not answer, or do not have the topic yet
   */
  static TopicIdentity of(Admin admin, String topic) {
    try {
      String cluster = admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var topics = admin.describeTopics(List.of(topic)).allTopicNames();
      var description = topics.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(topic);
      return new TopicIdentity(cluster, description.topicId().toString());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("no answer from Kafka about " + topic, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException retriable) {
        throw retriable;
      }
      throw new KafkaException("Kafka does not describe " + topic + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
