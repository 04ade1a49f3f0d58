package dev.dateline.app.takedown;

import dev.dateline.runtime.kafka.Answers;
import dev.dateline.runtime.kafka.KafkaClients;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** How long topics keep records, as the brokers have it configured. */
final class TopicTimes {

  private final Map<String, Config> configs;

  private TopicTimes(Map<String, Config> configs) {
    this.configs = configs;
  }

  static TopicTimes of(KafkaClients clients, Collection<String> topics) {
    try (Admin admin = clients.admin()) {
      List<ConfigResource> resources =
          topics.stream()
              .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
              .toList();
      Map<String, Config> configs = new HashMap<>();
      Answers.of(admin.describeConfigs(resources).all())
          .forEach((resource, config) -> configs.put(resource.name(), config));
      return new TopicTimes(configs);
    }
  }

  /**
   * When a record of a topic that expires is gone at the latest: a segment goes with its newest
   * record, and takes records for a time. Empty where the topic keeps records for ever.
   *
   * @param timestamp of the record, in milliseconds
   */
  Optional<Instant> expiry(String topic, long timestamp) {
    return sum(timestamp, number(topic, TopicConfig.RETENTION_MS_CONFIG), segment(topic));
  }

  /**
   * When a record is compacted away at the latest, given that its partition goes on being written
   * to: a segment that is written to is not compacted.
   *
   * @param replacedAt timestamp of the record that replaces it, in milliseconds
   */
  Optional<Instant> compaction(String topic, long replacedAt) {
    return sum(replacedAt, number(topic, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), 0);
  }

  private long segment(String topic) {
    return number(topic, TopicConfig.SEGMENT_MS_CONFIG);
  }

  private long number(String topic, String key) {
    return Long.parseLong(configs.get(topic).get(key).value());
  }

  private static Optional<Instant> sum(long timestamp, long time, long more) {
    return time < 0 || time == Long.MAX_VALUE
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(timestamp + time + more));
  }
}
