package dev.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends observations to a real broker and reads back what was committed. */
final class Wire implements AutoCloseable {

  static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

  private final KafkaClients clients;
  private final EnrichSerdes serdes;
  private final KafkaProducer<byte[], byte[]> producer;

  Wire(KafkaClients clients) {
    this.clients = clients;
    this.serdes = EnrichSerdes.of(clients.registry());
    this.producer =
        new KafkaProducer<>(
            clients.producer("wire-" + UUID.randomUUID()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  static Article article(String id, String text, int minute) {
    return Article.newBuilder()
        .setId(id)
        .setTitle("Title")
        .setText(text)
        .setObservedAt(START.plusSeconds(60L * minute))
        .setSource(Source.newBuilder().setId("feed").setKind("feed").build())
        .setProvenance(
            Provenance.newBuilder()
                .setLocation("feed.xml")
                .setMediaType("application/rss+xml")
                .setCharset("UTF-8")
                .setLength(9)
                .setSha256("00")
                .build())
        .build();
  }

  /** Sends observations in one transaction. */
  void send(Collection<Article> articles) {
    producer.beginTransaction();
    for (Article article : articles) {
      byte[] value = serdes.article().encode(Topics.ARTICLE.name(), article);
      producer.send(
          new ProducerRecord<>(Topics.ARTICLE.name(), article.getId().getBytes(UTF_8), value));
    }
    producer.commitTransaction();
  }

  /** Sends bytes that are no article. */
  void sendPoison(String key, byte[] value) {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(Topics.ARTICLE.name(), key.getBytes(UTF_8), value));
    producer.commitTransaction();
  }

  List<Entry<EnrichedArticle>> enriched() {
    return read(Topics.ENRICHED, serdes.enriched()::decode);
  }

  List<Entry<EnrichedArticle>> latest() {
    return read(Topics.LATEST, serdes.enriched()::decode);
  }

  List<Entry<DeadLetter>> deadLetters() {
    return read(Topics.DEAD_LETTER, serdes.deadLetter()::decode);
  }

  /** All committed records of a topic. */
  private <T> List<Entry<T>> read(KafkaTopic topic, Function<byte[], T> decode) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            clients.reader("wire-reader"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Entry<T>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          T value = record.value() == null ? null : decode.apply(record.value());
          records.add(new Entry<>(new String(record.key(), UTF_8), record.partition(), value));
        }
      }
      return records;
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  /** A committed record. */
  record Entry<T>(String key, int partition, T value) {}
}
