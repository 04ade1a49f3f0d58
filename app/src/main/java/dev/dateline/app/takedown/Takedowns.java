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
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.RecordKeys;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.TakedownLift;
import dev.dateline.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** What is taken down now, by id. */
  public Map<String, Takedown> standing() {
    Map<String, Takedown> standing = all();
    standing.values().removeIf(takedown -> takedown.getLift() != null);
    return standing;
  }

  /** What was ever taken down, by id, as it was said of it last. */
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

  /** The id that a person means: of an article with that address, or the name itself. */
  public static String id(String idOrUrl) {
    return CanonicalUrl.of(idOrUrl).map(ArticleIds::ofUrl).orElse(idOrUrl);
  }

  /**
   * The articles that a person means, with the addresses of each: the one of an id, or all that
   * were ever seen under an address, whose ids may come from elsewhere. An address takes a look at
   * all that is kept of articles.
   */
  public Map<String, Set<String>> known(String idOrUrl) {
    Map<String, Set<String>> known = new TreeMap<>();
    for (String id : meant(idOrUrl)) {
      Set<String> urls = new LinkedHashSet<>();
      CanonicalUrl.of(idOrUrl).ifPresent(urls::add);
      if (addAddresses(id, urls)) {
        known.put(id, urls);
      }
    }
    return known;
  }

  private Set<String> meant(String idOrUrl) {
    String id = id(idOrUrl);
    Set<String> ids = new TreeSet<>(Set.of(id));
    if (!id.equals(idOrUrl)) {
      for (KafkaTopic topic : List.of(Topics.ARTICLE, Topics.ENRICHED)) {
        Replay.of(
            clients,
            topic.name(),
            record -> {
              if (record.key() != null
                  && url(record).map(ArticleIds::ofUrl).filter(id::equals).isPresent()) {
                ids.add(RecordKeys.articleId(record.key()));
              }
            });
      }
    }
    return ids;
  }

  /** Adds the addresses under which an article was seen; false where nobody knows the article. */
  private boolean addAddresses(String id, Set<String> urls) {
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
    return known[0] || !letters(Set.of(id)).isEmpty();
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
   * Takes articles down: whoever follows the topic hears of it, and their dead letters are not to
   * be redriven. The same again changes nothing.
   *
   * @param articles ids, each with the addresses under which it was seen; none of them is taken in
   *     again either
   * @return what was said, a takedown for each article and for each address of another id
   */
  public List<Takedown> takeDown(Map<String, Set<String>> articles, String reason) {
    Instant now = clock.instant();
    Map<String, Takedown> said = new TreeMap<>();
    articles.forEach(
        (id, urls) -> {
          for (String url : urls) {
            String other = ArticleIds.ofUrl(url);
            said.put(other, new Takedown(other, url, reason, now, null));
          }
          said.putIfAbsent(
              id, new Takedown(id, urls.stream().findFirst().orElse(null), reason, now, null));
        });
    try (KafkaProducer<String, byte[]> producer = producer()) {
      state(producer, said.values());
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

  /**
   * Takes takedowns back: what was taken down under a name may be taken in again. Both reasons stay
   * known.
   *
   * @return what was said, a takedown with its lift for each id; none where nothing is taken down
   *     under the name
   */
  public List<Takedown> lift(String idOrUrl, String reason) {
    Map<String, Takedown> standing = standing();
    TakedownLift lift = new TakedownLift(reason, clock.instant());
    List<Takedown> lifted =
        withAddress(idOrUrl, standing).stream()
            .map(id -> Takedown.newBuilder(standing.get(id)).setLift(lift).build())
            .toList();
    try (KafkaProducer<String, byte[]> producer = producer()) {
      state(producer, lifted);
    }
    return lifted;
  }

  private void state(KafkaProducer<String, byte[]> producer, Collection<Takedown> takedowns) {
    send(
        producer,
        takedowns.stream()
            .map(
                takedown ->
                    new ProducerRecord<>(
                        Topics.TAKEDOWN.name(),
                        takedown.getId(),
                        serde.encode(Topics.TAKEDOWN.name(), takedown)))
            .toList());
  }

  private List<Waiting> letters(Set<String> ids) {
    return new DeadLetterTopic(clients)
        .waiting().stream()
            .filter(letter -> letter.articleId() != null && ids.contains(letter.articleId()))
            .toList();
  }

  /** The ids that are taken down under a name: an id, or an address of several articles. */
  public Set<String> takenDown(String idOrUrl) {
    return takenDown(idOrUrl, standing());
  }

  private static Set<String> takenDown(String idOrUrl, Map<String, Takedown> standing) {
    String id = id(idOrUrl);
    Set<String> ids = new TreeSet<>();
    for (Takedown takedown : standing.values()) {
      String url = takedown.getUrl();
      boolean sameAddress = url != null && !id.equals(idOrUrl) && ArticleIds.ofUrl(url).equals(id);
      if (takedown.getId().equals(id) || sameAddress) {
        ids.add(takedown.getId());
      }
    }
    return ids;
  }

  /** The same with the address of each, which bars articles as well. */
  private static Set<String> withAddress(String idOrUrl, Map<String, Takedown> standing) {
    Set<String> ids = takenDown(idOrUrl, standing);
    for (String id : List.copyOf(ids)) {
      String url = standing.get(id).getUrl();
      if (url != null && standing.containsKey(ArticleIds.ofUrl(url))) {
        ids.add(ArticleIds.ofUrl(url));
      }
    }
    return ids;
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
