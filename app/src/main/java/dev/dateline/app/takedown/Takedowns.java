package dev.dateline.app.takedown;

import dev.dateline.app.deadletter.DeadLetterTopic;
import dev.dateline.app.deadletter.Waiting;
import dev.dateline.app.takedown.Remain.Fate;
import dev.dateline.ingest.extract.ArticleIds;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.Replay;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The articles that were taken down. Kafka's exceptions come through. */
public final class Takedowns {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final KafkaClients clients;
  private final Clock clock;
  private final AvroSerde<Takedown> serde;
  private final AvroSerde<EnrichedArticle> enriched;
  private final AvroSerde<Article> observations;

  public Takedowns(KafkaClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    this.serde = new AvroSerde<>(Takedown.class, clients.registry());
    this.enriched = new AvroSerde<>(EnrichedArticle.class, clients.registry());
    this.observations = new AvroSerde<>(Article.class, clients.registry());
  }

  /** What is taken down, by id. */
  public Map<String, Takedown> all() {
    Map<String, Takedown> all = new TreeMap<>();
    Replay.of(
        clients,
        Topics.TAKEDOWN.name(),
        record -> {
          if (record.value() == null) {
            all.remove(record.key());
          } else {
            all.put(record.key(), serde.decode(record.value()));
          }
        });
    return all;
  }

  /** The id that a person means: of the article behind an address, or the name itself. */
  public static String id(String idOrUrl) {
    return CanonicalUrl.of(idOrUrl).map(ArticleIds::ofUrl).orElse(idOrUrl);
  }

  /**
   * The addresses under which an article was seen; empty where nobody knows the article.
   *
   * @param id the article's
   */
  public Optional<Set<String>> addresses(String id) {
    Set<String> urls = new LinkedHashSet<>();
    boolean[] known = new boolean[1];
    Replay.of(
        clients,
        ArticleTopics.partitions(clients, id).stream()
            .filter(
                partition ->
                    partition.topic().equals(Topics.ENRICHED.name())
                        || partition.topic().equals(Topics.ARTICLE.name()))
            .toList(),
        record -> {
          if (record.key() != null && RecordKeys.articleId(record.key()).equals(id)) {
            known[0] = true;
            url(record).ifPresent(urls::add);
          }
        });
    return known[0] || !letters(Set.of(id)).isEmpty() ? Optional.of(urls) : Optional.empty();
  }

  private Optional<String> url(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      Article article =
          record.topic().equals(Topics.ENRICHED.name())
              ? enriched.decode(record.value()).getArticle()
              : observations.decode(record.value());
      return Optional.ofNullable(article.getUrl());
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  /**
   * Takes an article down: whoever follows the topic hears of it, and its dead letters are not to
   * be redriven. The same again changes nothing.
   *
   * @param id the article's
   * @param urls the addresses under which it was seen; none of them is taken in again either
   * @return what was said, a takedown for the article and for each address of another id
   */
  public List<Takedown> takeDown(String id, Set<String> urls, String reason) {
    Instant now = clock.instant();
    Map<String, Takedown> said = new TreeMap<>();
    for (String url : urls) {
      String other = ArticleIds.ofUrl(url);
      said.put(other, new Takedown(other, url, reason, now));
    }
    said.computeIfAbsent(
        id, key -> new Takedown(id, urls.stream().findFirst().orElse(null), reason, now));
    try (KafkaProducer<String, byte[]> producer = producer()) {
      send(
          producer,
          said.values().stream()
              .map(
                  takedown ->
                      new ProducerRecord<>(
                          Topics.TAKEDOWN.name(),
                          takedown.getId(),
                          serde.encode(Topics.TAKEDOWN.name(), takedown)))
              .toList());
      send(
          producer,
          letters(said.keySet()).stream()
              .map(
                  letter ->
                      new ProducerRecord<String, byte[]>(
                          Topics.DEAD_LETTER.name(), letter.partition(), letter.key(), null))
              .toList());
    }
    return List.copyOf(said.values());
  }

  private List<Waiting> letters(Set<String> ids) {
    return new DeadLetterTopic(clients)
        .waiting().stream()
            .filter(letter -> letter.articleId() != null && ids.contains(letter.articleId()))
            .toList();
  }

  /**
   * What is left of an article in topics and in the state behind the register.
   *
   * @param compacting how long to wait for the brokers to compact what they can; zero looks at once
   */
  public List<Remain> remains(String id, Duration compacting) {
    List<Remain> remains = RemainsScan.of(clients, id);
    if (compacting.isZero() || !isCompacting(remains)) {
      return remains;
    }
    long deadline = System.nanoTime() + compacting.toNanos();
    try (ForcedCompaction forced = ForcedCompaction.of(clients, id)) {
      while (isCompacting(remains) && System.nanoTime() < deadline) {
        Thread.sleep(LOOK_AGAIN.toMillis());
        remains = RemainsScan.of(clients, id);
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    return remains;
  }

  /** Whether the brokers have a revision to compact away. */
  private static boolean isCompacting(List<Remain> remains) {
    return remains.stream()
        .anyMatch(
            remain ->
                remain.fate() == Fate.COMPACTED
                    && (remain.place().startsWith(Topics.ENRICHED.name())
                        || remain.place().startsWith(Topics.LATEST.name())));
  }

  private KafkaProducer<String, byte[]> producer() {
    Map<String, Object> config = clients.common("dateline-takedown");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
    List<Future<?>> sends = new ArrayList<>();
    records.forEach(record -> sends.add(producer.send(record)));
    producer.flush();
    try {
      for (Future<?> sent : sends) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers did not take it", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
