package dev.dateline.testkit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The topics as a subscriber reads them: what is committed, from the beginning. */
record Log(KafkaClients clients, Admin admin) {

  private static final String ENRICH_GROUP = "dateline-enrich";

  /**
   * An event of a topic of revisions.
   *
   * @param partition in which it lies
   * @param key of the record
   * @param revision empty in a tombstone
   * @param subjects codes of the top-level subjects, as the header has them
   * @param subjectChange what the event means to readers of a subject; empty elsewhere
   */
  record Event(
      int partition,
      String key,
      Optional<Revision> revision,
      List<String> subjects,
      String subjectChange) {}

  /** A dead letter under the key of its record. */
  record Letter(@Nullable String key, DeadLetter value) {}

  /** What was observed: address and content, in no particular order, repeats included. */
  List<Map.Entry<String, String>> observations() {
    AvroSerde<Article> serde = new AvroSerde<>(Article.class, clients.registry());
    List<Map.Entry<String, String>> found = new ArrayList<>();
    Replay.of(
        clients,
        Topics.ARTICLE.name(),
        record -> {
          Article article = decode(serde, record);
          if (article != null && article.getUrl() != null) {
            found.add(
                Map.entry(
                    article.getUrl(), Version.content(article.getTitle(), article.getText())));
          }
        });
    return found;
  }

  /** All events of a topic, in the order of each partition. */
  List<Event> events(KafkaTopic topic) {
    AvroSerde<EnrichedArticle> serde = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    List<Event> found = new ArrayList<>();
    Replay.of(
        clients,
        topic.name(),
        record -> {
          EnrichedArticle event = record.value() == null ? null : decode(serde, record);
          if (event != null || record.value() == null) {
            String subjects = header(record.headers(), "ce_subjects");
            found.add(
                new Event(
                    record.partition(),
                    record.key(),
                    Optional.ofNullable(event).map(Revision::of),
                    subjects.isEmpty() ? List.of() : List.of(subjects.split(",")),
                    header(record.headers(), CloudEvents.SUBJECT_CHANGE)));
          }
        });
    return found;
  }

  /** All dead letters, repeats included. */
  List<Letter> deadLetters() {
    AvroSerde<DeadLetter> serde = new AvroSerde<>(DeadLetter.class, clients.registry());
    List<Letter> found = new ArrayList<>();
    Replay.of(
        clients,
        Topics.DEAD_LETTER.name(),
        record -> found.add(new Letter(record.key(), serde.decode(record.value()))));
    return found;
  }

  /** What a fault put between the records is no event. */
  private static <T extends SpecificRecordBase> @Nullable T decode(
      AvroSerde<T> serde, ConsumerRecord<String, byte[]> record) {
    try {
      return serde.decode(record.value());
    } catch (SerializationException e) {
      return null;
    }
  }

  private static String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  /** The ends of a topic's partitions behind everything, committed or not. */
  Map<Integer, Long> ends(KafkaTopic topic) {
    try {
      int count = partitions(topic.name());
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (int i = 0; i < count; i++) {
        latest.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
      }
      return admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
    } catch (ExecutionException e) {
      throw new KafkaException("the ends of " + topic.name() + " are not known", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** How many partitions a topic has. */
  int partitions(String topic) {
    return describe(List.of(topic)).get(0).partitions().size();
  }

  /** The number of the broker that leads a partition now. */
  int leader(String topic, int partition) {
    return describe(List.of(topic)).get(0).partitions().get(partition).leader().id();
  }

  /** Whether every replica of these topics has what its leader has; not while brokers are away. */
  boolean allInSync(List<String> topics) {
    try {
      return describe(topics).stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(
              partition ->
                  partition.leader() != null
                      && partition.isr().size() == partition.replicas().size());
    } catch (KafkaException e) {
      return false;
    }
  }

  private List<TopicDescription> describe(List<String> topics) {
    try {
      return List.copyOf(admin.describeTopics(topics).allTopicNames().get().values());
    } catch (ExecutionException e) {
      throw new KafkaException("the topics are not known", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /**
   * Configures a topic.
   *
   * @return what it was before
   */
  String configure(String topic, String name, String value) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      String before =
          admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
      admin
          .incrementalAlterConfigs(
              Map.of(
                  resource,
                  List.of(
                      new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
          .all()
          .get();
      return before;
    } catch (ExecutionException e) {
      throw new KafkaException("the topic cannot be configured", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** How many transactions are open whose ids begin so. */
  long openTransactions(String prefix) {
    try {
      return admin
          .listTransactions(
              new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
          .all()
          .get()
          .stream()
          .filter(transaction -> transaction.transactionalId().startsWith(prefix))
          .count();
    } catch (ExecutionException e) {
      throw new KafkaException("the transactions are not known", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** How far enrich has committed, by partition of the articles. */
  Map<Integer, Long> enrichOffsets() {
    try {
      return admin
          .listConsumerGroupOffsets(ENRICH_GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(e -> e.getValue() != null && e.getKey().topic().equals(Topics.ARTICLE.name()))
          .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
    } catch (ExecutionException e) {
      throw new KafkaException("the offsets of enrich are not known", e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }
}
