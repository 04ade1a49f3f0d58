package dev.dateline.runtime.kafka;

import dev.dateline.schemas.registry.HttpSchemaRegistry;
import dev.dateline.schemas.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/** Configurations for Kafka clients that keep what Dateline promises. */
public final class KafkaClients {

  /** The largest record that is sent, in bytes; larger ones become dead letters beforehand. */
  public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  private final KafkaSettings settings;

  public KafkaClients(KafkaSettings settings) {
    this.settings = settings;
  }

  /** The settings behind these configurations. */
  public KafkaSettings settings() {
    return settings;
  }

  /** An admin client; the caller closes it. */
  public Admin admin() {
    return Admin.create(common("dateline-admin"));
  }

  /** The registry that the serdes use. */
  public SchemaRegistry registry() {
    return new HttpSchemaRegistry(settings.registry());
  }

  /** A transactional producer under a stable id, so that a successor fences its predecessor. */
  public Map<String, Object> producer(String transactionalId) {
    Map<String, Object> config = common(transactionalId);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) settings.transactionTimeout().toMillis());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES + 64 * 1024);
    return config;
  }

  /** A consumer of committed records that belongs to no group. */
  public Map<String, Object> reader(String clientId) {
    Map<String, Object> config = common(clientId);
    config.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }

  /** A consumer of committed records in a group; the classic protocol, for its session timeout. */
  public Map<String, Object> consumer(String group, String clientId) {
    Map<String, Object> config = reader(clientId);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
    config.put(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) settings.sessionTimeout().toMillis());
    config.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        (int) settings.sessionTimeout().toMillis() / 4);
    return config;
  }

  /** What every client has in common. */
  public Map<String, Object> common(String clientId) {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    config.put(CommonClientConfigs.METRICS_RECORDING_LEVEL_CONFIG, "INFO");
    return config;
  }
}
