package dev.dateline.enrich.topology;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.restoreConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.schemas.KafkaTopic;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** The configuration of Kafka Streams, with the reason of each choice. */
final class StreamsConfiguration {

  private static final int COMMIT_MILLIS = 100;

  private static final int LEDGER_CACHE_BYTES = 1024 * 1024;

  /** Records of up to 4 MB each lie in memory, by partition, before they are processed. */
  private static final int BUFFERED_RECORDS = 50;

  private StreamsConfiguration() {}

  static Properties of(KafkaSettings kafka, EnrichSettings enrich, String instanceId) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, EnrichTopology.APPLICATION);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
    config.put(StreamsConfig.STATE_DIR_CONFIG, enrich.stateDirectory().toString());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, enrich.threads());
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, enrich.standbyReplicas());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // A record without a valid timestamp would stop the stream under the default extractor.
    config.put(
        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
    // The ledger alone is cached, so that a commit writes one sum a source and not one a record.
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, LEDGER_CACHE_BYTES);
    config.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
    // What a takedown makes the register forget is to be gone from its changelog as well.
    config.put(
        topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG),
        KafkaTopic.COMPACTION_LAG.toMillis());
    config.put(
        topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG),
        KafkaTopic.CLOCKS_APART.toMillis());
    if (kafka.replication() > 1) {
      config.put(
          topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
          Math.max(1, kafka.replication() - 1));
    }
    consumer(config, kafka, instanceId);
    producer(config, kafka);
    return config;
  }

  private static void consumer(Properties config, KafkaSettings kafka, String instanceId) {
    int session = (int) kafka.sessionTimeout().toMillis();
    // The streams protocol refuses a changed topology and has a session timeout of 45 s at least.
    config.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CLASSIC.name());
    config.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
    config.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    config.put(consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), session / 4);
    // Partitions that are added while a fetch waits for records wait with it, once for each task.
    config.put(mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
    config.put(restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 20);
    config.put(consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED_RECORDS);
  }

  private static void producer(Properties config, KafkaSettings kafka) {
    config.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    config.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    config.put(
        producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        KafkaClients.MAX_RECORD_BYTES + 64 * 1024);
    // What a killed process left open holds back readers of committed records until this.
    config.put(
        producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) kafka.transactionTimeout().toMillis());
  }
}
