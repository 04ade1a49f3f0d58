package dev.dateline.embedded.kafka;

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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends texts to a topic, a transaction each, and reads all that are committed. */
final class Records {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.SCHEMA.name(), 0);

  private Records() {}

  static void send(String bootstrap, String... texts) {
    KafkaClients clients = clients(bootstrap);
    try (Admin admin = clients.admin()) {
      new TopicCreator(clients.settings()).create(admin, List.of(Topics.SCHEMA));
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            clients.producer("test"), new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      for (String text : texts) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(PARTITION.topic(), "key", text)).get();
        producer.commitTransaction();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("cannot send", e);
    }
  }

  static List<String> read(String bootstrap) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            clients(bootstrap).reader("test"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      List<String> texts = new ArrayList<>();
      while (consumer.position(PARTITION) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.add(record.value()));
      }
      return texts;
    }
  }

  static String clusterId(String bootstrap) {
    try (Admin admin = clients(bootstrap).admin()) {
      return admin.describeCluster().clusterId().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("no cluster", e);
    }
  }

  static KafkaClients clients(String bootstrap) {
    return new KafkaClients(
        new KafkaSettings(
            bootstrap,
            URI.create("about:blank"),
            1,
            1,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5)));
  }
}
