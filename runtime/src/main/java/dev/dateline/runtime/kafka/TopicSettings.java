package dev.dateline.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives topics that exist the settings that a later Dateline makes its topics with. What is set for
 * a topic stays, since an operator may have chosen it.
 */
final class TopicSettings {

  private static final Logger LOG = LoggerFactory.getLogger(TopicSettings.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicSettings() {}

  /**
   * Sets what topics lack. Brokers that do not allow it leave them as they are, which is logged.
   *
   * @param wanted settings by topic, under Kafka's names
   */
  static void complete(Admin admin, Map<String, Map<String, String>> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    List<ConfigResource> topics =
        wanted.keySet().stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .toList();
    try {
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
      admin
          .describeConfigs(topics)
          .all()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .forEach(
              (topic, config) -> {
                List<AlterConfigOp> lacks = lacking(config, wanted.get(topic.name()));
                if (!lacks.isEmpty()) {
                  LOG.info("topic gets settings topic={} settings={}", topic.name(), lacks);
                  changes.put(topic, lacks);
                }
              });
      if (!changes.isEmpty()) {
        admin
            .incrementalAlterConfigs(changes)
            .all()
            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("topics keep their settings reason={}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while setting topics", e);
    }
  }

  private static List<AlterConfigOp> lacking(Config config, Map<String, String> wanted) {
    List<AlterConfigOp> lacking = new ArrayList<>();
    wanted.forEach(
        (setting, value) -> {
          ConfigEntry entry = config.get(setting);
          if (entry != null && entry.source() != ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
            lacking.add(
                new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET));
          }
        });
    return lacking;
  }
}
