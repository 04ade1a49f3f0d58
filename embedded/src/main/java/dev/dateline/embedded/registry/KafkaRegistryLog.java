package dev.dateline.embedded.registry;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.kafka.TopicCreator;
import dev.dateline.schemas.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The log in {@link Topics#SCHEMA}. Its transactional id fences an earlier registry over the same
 * topic, so that no id is given twice.
 */
final class KafkaRegistryLog implements RegistryLog {

  private static final String ID = "dateline-registry";
  private static final TopicPartition PARTITION = new TopicPartition(Topics.SCHEMA.name(), 0);
  private static final URI NO_REGISTRY = URI.create("about:blank");
  private static final Duration TRANSACTION = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final KafkaProducer<String, String> producer;

  KafkaRegistryLog(String bootstrap) {
    KafkaSettings settings =
        new KafkaSettings(bootstrap, NO_REGISTRY, 1, 1, Duration.ofSeconds(10), TRANSACTION);
    this.clients = new KafkaClients(settings);
    try (Admin admin = clients.admin()) {
      new TopicCreator(settings).create(admin, List.of(Topics.SCHEMA));
    }
    this.producer =
        new KafkaProducer<>(clients.producer(ID), new StringSerializer(), new StringSerializer());
  }

  @Override
  public List<RegistryEntry> load() {
    producer.initTransactions();
    List<RegistryEntry> entries = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            clients.reader(ID), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      while (consumer.position(PARTITION) < end) {
        for (ConsumerRecord<String, String> entry : consumer.poll(POLL)) {
          entries.add(EntryJson.entry(entry.key(), entry.value()));
        }
      }
    }
    return entries;
  }

  @Override
  public void append(RegistryEntry entry) {
    producer.beginTransaction();
    try {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.SCHEMA.name(), EntryJson.key(entry), EntryJson.value(entry)))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the schema topic takes no entry", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    producer.commitTransaction();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
