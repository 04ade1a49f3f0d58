package dev.dateline.app.takedown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.kafka.Answers;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the brokers compact the topics of revisions now, while this is open: segments are closed
 * with the next record, and cleaned whatever share of them is dirty. Closing puts the configuration
 * back, and so does an interrupt of the process; after a kill, the next use does so.
 */
final class ForcedCompaction implements AutoCloseable {

  private static final List<KafkaTopic> TOPICS = List.of(Topics.ENRICHED, Topics.LATEST);
  private static final Duration SEGMENT = Duration.ofMillis(100);
  private static final int PATIENCE_MILLIS = 10_000;

  private static final Map<String, String> FORCED =
      Map.of(
          TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT.toMillis()),
          TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(SEGMENT.toMillis()),
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.0");

  private final KafkaClients clients;
  private final Admin admin;
  private final Map<ConfigResource, Collection<AlterConfigOp>> restoration;
  private final Thread hook = new Thread(this::restore, "usual-compaction");

  private ForcedCompaction(KafkaClients clients, Admin admin) {
    this.clients = clients;
    this.admin = admin;
    this.restoration = restoration(admin);
  }

  /** Begins, and closes the segments that an article lies in. */
  static ForcedCompaction of(KafkaClients clients, String articleId) {
    ForcedCompaction forced = new ForcedCompaction(clients, clients.admin());
    Runtime.getRuntime().addShutdownHook(forced.hook);
    try {
      forced.begin(articleId);
      return forced;
    } catch (RuntimeException e) {
      forced.close();
      throw e;
    }
  }

  private void begin(String articleId) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (ConfigResource topic : restoration.keySet()) {
      List<AlterConfigOp> operations = new ArrayList<>();
      FORCED.forEach(
          (key, value) ->
              operations.add(new AlterConfigOp(new ConfigEntry(key, value), OpType.SET)));
      changes.put(topic, operations);
    }
    Answers.of(admin.incrementalAlterConfigs(changes).all());
    pause();
    closeSegments(articleId);
  }

  /**
   * A segment is closed by the record after its time. What is written says nothing new: tombstones
   * that are there already.
   */
  private void closeSegments(String articleId) {
    Map<String, Object> config = clients.common("dateline-takedown");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (TopicPartition partition : ArticleTopics.partitions(clients, articleId)) {
        boolean enriched = partition.topic().equals(Topics.ENRICHED.name());
        if (enriched || partition.topic().equals(Topics.LATEST.name())) {
          String key = enriched ? RecordKeys.revision(articleId, 1) : articleId;
          producer
              .send(
                  new ProducerRecord<>(
                      partition.topic(), partition.partition(), key.getBytes(UTF_8), null))
              .get();
        }
      }
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers do not take tombstones", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(SEGMENT.multipliedBy(3).toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** What puts the configuration back as it is, or as it was before a use that was killed. */
  private static Map<ConfigResource, Collection<AlterConfigOp>> restoration(Admin admin) {
    Map<ConfigResource, Collection<AlterConfigOp>> restoration = new HashMap<>();
    for (KafkaTopic topic : TOPICS) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      var config = Answers.of(admin.describeConfigs(List.of(resource)).all()).get(resource);
      List<AlterConfigOp> operations = new ArrayList<>();
      FORCED.forEach(
          (key, forced) -> operations.add(restoration(topic, config.get(key), key, forced)));
      restoration.put(resource, operations);
    }
    return restoration;
  }

  private static AlterConfigOp restoration(
      KafkaTopic topic, ConfigEntry now, String key, String forced) {
    String usual = topic.configuration().get(key);
    boolean set = now.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG;
    String before = set && !forced.equals(now.value()) ? now.value() : set ? usual : null;
    return before == null
        ? new AlterConfigOp(new ConfigEntry(key, ""), OpType.DELETE)
        : new AlterConfigOp(new ConfigEntry(key, before), OpType.SET);
  }

  private void restore() {
    Answers.of(admin.incrementalAlterConfigs(restoration).all());
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process ends, and the hook does it
    }
    try (admin) {
      restore();
    }
  }
}
