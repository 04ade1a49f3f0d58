package dev.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes to the enriched topic as enrich does, and looks at what Kafka holds. */
final class Wire implements AutoCloseable {

  private static final String TOPIC = Topics.ENRICHED.name();

  private final KafkaClients clients;
  private final AvroSerde<EnrichedArticle> serde;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  Wire(KafkaClients clients) {
    this.clients = clients;
    this.serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    this.admin = clients.admin();
    this.producer =
        new KafkaProducer<>(
            clients.producer("test-enrich"), new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /** Publishes in one transaction, which leaves a marker behind. */
  void publish(EnrichedArticle... articles) {
    producer.beginTransaction();
    for (EnrichedArticle article : articles) {
      producer.send(message(article));
    }
    producer.commitTransaction();
  }

  /** Publishes and takes it back. */
  void publishInVain(EnrichedArticle article) {
    producer.beginTransaction();
    producer.send(message(article));
    producer.flush();
    producer.abortTransaction();
  }

  /** Publishes bytes that may be anything. */
  void publishBytes(String key, byte[] value) {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(TOPIC, key.getBytes(UTF_8), value));
    producer.commitTransaction();
  }

  private ProducerRecord<byte[], byte[]> message(EnrichedArticle article) {
    String key = RecordKeys.revision(article.getId(), article.getRevision());
    int partition = Math.floorMod(article.getId().hashCode(), partitions().size());
    return new ProducerRecord<>(
        TOPIC, partition, key.getBytes(UTF_8), serde.encode(TOPIC, article));
  }

  private List<PartitionInfo> partitions() {
    return producer.partitionsFor(TOPIC);
  }

  /** Dead letters as a reader by key has them, and how many records there are. */
  Letters letters() {
    AvroSerde<DeadLetter> letters = new AvroSerde<>(DeadLetter.class, clients.registry());
    Map<String, DeadLetter> byKey = new LinkedHashMap<>();
    int records = 0;
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(
            clients.reader("test"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          reader.partitionsFor(Topics.DEAD_LETTER.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
        for (var message : reader.poll(Duration.ofMillis(200))) {
          records++;
          byKey.put(new String(message.key(), UTF_8), letters.decode(message.value()));
        }
      }
    }
    return new Letters(byKey, records);
  }

  record Letters(Map<String, DeadLetter> byKey, int records) {

    List<DeadLetter> of(String articleId) {
      return byKey.values().stream().filter(l -> articleId.equals(l.getArticleId())).toList();
    }
  }

  /** Records that the group has not committed, transaction markers among them. */
  long lag() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(SinkWorker.GROUP).partitionsToOffsetAndMetadata().get();
    long lag = 0;
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(
            clients.reader("test"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          partitions().stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
      for (var end : reader.endOffsets(partitions).entrySet()) {
        OffsetAndMetadata offset = committed.get(end.getKey());
        lag += end.getValue() - (offset == null ? 0 : offset.offset());
      }
    }
    return lag;
  }

  /** Takes back what the group has committed, as if its last commits had been lost. */
  void forgetCommits() throws Exception {
    Set<TopicPartition> committed =
        admin
            .listConsumerGroupOffsets(SinkWorker.GROUP)
            .partitionsToOffsetAndMetadata()
            .get()
            .keySet();
    admin.deleteConsumerGroupOffsets(SinkWorker.GROUP, committed).all().get();
  }

  int members() throws Exception {
    if (admin.listGroups().all().get().stream()
        .noneMatch(group -> group.groupId().equals(SinkWorker.GROUP))) {
      return 0;
    }
    return admin
        .describeConsumerGroups(List.of(SinkWorker.GROUP))
        .describedGroups()
        .get(SinkWorker.GROUP)
        .get()
        .members()
        .size();
  }

  /** What the group coordinator does to a member that was silent for too long. */
  void expelMembers() throws Exception {
    admin
        .removeMembersFromConsumerGroup(
            SinkWorker.GROUP, new RemoveMembersFromConsumerGroupOptions())
        .all()
        .get();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
