package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.people.PersonLearning;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** Names, wires and branches. */
final class EnrichTopology {

  /** Group id, and beginning of the names of internal topics: never to be changed. */
  static final String APPLICATION = "dateline-enrich";

  static final String ARTICLES = "articles";
  static final String TAKEDOWNS = "takedowns";
  static final String ENRICH = "enrich";
  static final String TAKE_DOWN = "take-down";
  static final String PROMOTIONS = "promotions";
  static final String PROMOTE = "promote";
  static final String REGISTER = "article-register";
  static final String LEDGER = "ledger";
  static final String ENRICHED = "enriched";
  static final String LATEST = "latest";
  static final String DEAD_LETTERS = "dead-letters";
  static final String PERSONS = "persons";
  static final String SIGHTINGS = "person-sightings";
  static final String LEARN = "learn-persons";
  static final String PERSON_NAMES = "person-names";
  static final String ENTITIES = "entities";

  /** Names that are remembered in a partition; those that were not seen for longest go first. */
  private static final int MOST_NAMES = 50_000;

  /** The topic behind the state store, as Kafka Streams names it. */
  static final String CHANGELOG = APPLICATION + "-" + REGISTER + "-changelog";

  /** The topic behind the ledger, as Kafka Streams names it. */
  static final String LEDGER_CHANGELOG = APPLICATION + "-" + LEDGER + "-changelog";

  /**
   * Sums are written with each commit, so what was replaced piles up: small segments are compacted
   * soon, and a ledger is restored from a few of them.
   */
  private static final Map<String, String> LEDGER_SEGMENTS =
      Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(KafkaTopic.SMALL_SEGMENT));

  private EnrichTopology() {}

  /** The sink of a subject's topic. */
  static String sink(Subject subject) {
    return "subject-" + subject.slug();
  }

  /** The topic behind the names of persons. */
  static final String NAMES_CHANGELOG = APPLICATION + "-" + PERSON_NAMES + "-changelog";

  static Topology build(Tagger tagger, PersonLearning learning, EnrichSerdes serdes, Tally tally) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Enricher enricher = new Enricher(tagger);
    Topology topology =
        new Topology()
            .addSource(
                AutoOffsetReset.earliest(),
                ARTICLES,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ARTICLE.name())
            .addSource(
                AutoOffsetReset.earliest(),
                TAKEDOWNS,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.TAKEDOWN.name())
            .addSource(
                AutoOffsetReset.earliest(),
                PROMOTIONS,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.PROMOTION.name())
            .addProcessor(ENRICH, () -> new EnrichProcessor(enricher, serdes, tally), ARTICLES)
            .addProcessor(TAKE_DOWN, () -> new TakedownProcessor(serdes), TAKEDOWNS)
            .addProcessor(PROMOTE, () -> new PromotionProcessor(serdes), PROMOTIONS)
            .addStateStore(
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(REGISTER), Serdes.String(), serdes.register()),
                ENRICH,
                TAKE_DOWN,
                PROMOTE)
            .addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(LEDGER), Serdes.String(), Counts.serde())
                    .withCachingEnabled()
                    .withLoggingEnabled(LEDGER_SEGMENTS),
                ENRICH,
                PROMOTE)
            .addSink(
                ENRICHED,
                Topics.ENRICHED.name(),
                bytes,
                bytes,
                new ArticlePartitioner(),
                ENRICH,
                TAKE_DOWN,
                PROMOTE)
            .addSink(LATEST, Topics.LATEST.name(), bytes, bytes, ENRICH, TAKE_DOWN, PROMOTE)
            .addSink(DEAD_LETTERS, Topics.DEAD_LETTER.name(), bytes, bytes, ENRICH)
            .addSink(SIGHTINGS, Topics.PERSON.name(), bytes, bytes, ENRICH, PROMOTE);
    for (Subject subject : Subject.values()) {
      topology.addSink(
          sink(subject),
          Topics.subject(subject.slug()).name(),
          bytes,
          bytes,
          ENRICH,
          TAKE_DOWN,
          PROMOTE);
    }
    return learning.publishers() == 0 ? topology : withPersons(topology, learning, serdes);
  }

  /** Names are counted where all their sightings meet, whatever partition the articles are in. */
  private static Topology withPersons(
      Topology topology, PersonLearning learning, EnrichSerdes serdes) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    return topology
        .addSource(
            AutoOffsetReset.earliest(),
            PERSONS,
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            Topics.PERSON.name())
        .addProcessor(LEARN, () -> new PersonProcessor(learning, serdes), PERSONS)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.lruMap(PERSON_NAMES, MOST_NAMES), Serdes.String(), serdes.person()),
            LEARN)
        .addSink(ENTITIES, Topics.ENTITY.name(), bytes, bytes, LEARN);
  }
}
