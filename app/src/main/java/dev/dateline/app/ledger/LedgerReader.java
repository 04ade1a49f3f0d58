package dev.dateline.app.ledger;

import dev.dateline.enrich.topology.EnrichService;
import dev.dateline.runtime.kafka.Answers;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.runtime.ledger.LedgerKey;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.ArticleReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger where it is committed: the sums that ingest sends with its articles, the
 * changelog of enrich's state, the table of the sink. Kafka's exceptions come through.
 */
public final class LedgerReader {

  private final KafkaClients clients;
  private final AvroSerde<EnrichedArticle> enriched;

  public LedgerReader(KafkaClients clients) {
    this.clients = clients;
    this.enriched = new AvroSerde<>(EnrichedArticle.class, clients.registry());
  }

  /**
   * The ledger now.
   *
   * @param articles where the sinks store; empty where that is not known
   */
  public Ledger read(Optional<ArticleReader> articles) {
    try (Admin admin = clients.admin()) {
      // the later stages first: what moves meanwhile seems on its way, and not lost
      Optional<Map<String, Counts>> sink = articles.map(ArticleReader::ledger);
      Map<Stage, Map<String, Long>> untaken = new EnumMap<>(Stage.class);
      articles.ifPresent(reader -> untaken.put(Stage.SINK, unstored(admin, reader)));
      Map<String, Counts> enrich = enrich(admin);
      untaken.put(Stage.ENRICH, untagged(admin));
      return new Ledger(ingest(), enrich, sink, untaken);
    }
  }

  /**
   * How much lies behind what enrich and the sinks have taken: the offsets that {@link #read} would
   * go through, with markers of transactions.
   *
   * @param articles where the sinks store
   */
  public long waiting(ArticleReader articles) {
    try (Admin admin = clients.admin()) {
      Map<TopicPartition, Long> from = taken(admin);
      from.putAll(stored(admin, articles));
      return Backlog.behind(admin, from);
    }
  }

  private Map<String, Counts> ingest() {
    return sums(Topics.LEDGER.name(), key -> LedgerKey.parse(key).source());
  }

  /** Empty before enrich first ran. */
  private Map<String, Counts> enrich(Admin admin) {
    return Answers.topic(admin, EnrichService.LEDGER_TOPIC).isEmpty()
        ? Map.of()
        : sums(EnrichService.LEDGER_TOPIC, key -> key);
  }

  /** Of each key in each partition, what was said last; summed up by source. */
  private Map<String, Counts> sums(String topic, Function<String, String> source) {
    Map<String, Counts> last = new HashMap<>();
    Map<String, String> sources = new HashMap<>();
    Replay.of(
        clients,
        topic,
        record -> {
          if (record.key() != null && record.value() != null) {
            String place = record.partition() + "/" + record.key();
            last.put(place, Counts.decode(record.value()));
            sources.put(place, source.apply(record.key()));
          }
        });
    Map<String, Counts> sums = new HashMap<>();
    last.forEach((place, counts) -> sums.merge(sources.get(place), counts, Counts::plus));
    return sums;
  }

  /** What lies behind what enrich has committed; those that are redriven were counted before. */
  private Map<String, Long> untagged(Admin admin) {
    return waiting(
        taken(admin),
        record ->
            CloudEvents.redrives(record.headers()) > 0
                ? null
                : CloudEvents.sourceId(record.headers()));
  }

  /** How far enrich has come in what it takes. */
  private static Map<TopicPartition, Long> taken(Admin admin) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        Answers.of(
            admin.listConsumerGroupOffsets(EnrichService.GROUP).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (KafkaTopic topic : List.of(Topics.ARTICLE, Topics.PROMOTION)) {
      for (TopicPartition partition : partitions(admin, topic)) {
        OffsetAndMetadata known = committed.get(partition);
        offsets.put(partition, known == null ? 0 : known.offset());
      }
    }
    return offsets;
  }

  /** Revisions behind what the sinks have stored. */
  private Map<String, Long> unstored(Admin admin, ArticleReader articles) {
    return waiting(
        stored(admin, articles), record -> record.value() == null ? null : source(record.value()));
  }

  /** How far the sinks have come. */
  private static Map<TopicPartition, Long> stored(Admin admin, ArticleReader articles) {
    Map<Integer, Long> stored =
        Answers.topic(admin, Topics.ENRICHED.name())
            .map(topic -> articles.offsets(topic.topicId().toString()))
            .orElse(Map.of());
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (TopicPartition partition : partitions(admin, Topics.ENRICHED)) {
      offsets.put(partition, stored.getOrDefault(partition.partition(), 0L));
    }
    return offsets;
  }

  /** None where nobody made the topic yet. */
  private static List<TopicPartition> partitions(Admin admin, KafkaTopic topic) {
    return Answers.topic(admin, topic.name())
        .map(TopicDescription::partitions)
        .orElse(List.of())
        .stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()))
        .toList();
  }

  private String source(byte[] value) {
    try {
      return enriched.decode(value).getArticle().getSource().getId();
    } catch (SerializationException e) {
      return "";
    }
  }

  /**
   * @param source null for a record that does not count
   */
  private Map<String, Long> waiting(
      Map<TopicPartition, Long> from,
      Function<ConsumerRecord<String, byte[]>, @Nullable String> source) {
    Map<String, Long> waiting = new HashMap<>();
    Replay.from(
        clients,
        from,
        record -> {
          String of = source.apply(record);
          if (of != null) {
            waiting.merge(of, 1L, Long::sum);
          }
        });
    return waiting;
  }
}
