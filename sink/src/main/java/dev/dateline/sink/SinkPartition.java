package dev.dateline.sink;

/**
 * A partition as one consumer group sees it. Cluster and topic id are part of it: offsets of a
 * topic that was deleted and made again, or of another cluster, mean something else.
 *
 * @param clusterId Kafka's id of the cluster
 * @param topicId Kafka's id of the topic
 * @param group the consumer group
 * @param topic name of the topic, for people
 * @param number number of the partition
 */
public record SinkPartition(
    String clusterId, String topicId, String group, String topic, int number) {

  @Override
  public String toString() {
    return topic + "-" + number;
  }
}
