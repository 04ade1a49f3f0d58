package dev.dateline.enrich.topology;

import dev.dateline.enrich.knowledge.Subject;
import dev.dateline.enrich.stage.Tagger;
import dev.dateline.schemas.Topics;
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
  static final String ENRICH = "enrich";
  static final String REGISTER = "article-register";
  static final String ENRICHED = "enriched";
  static final String LATEST = "latest";
  static final String DEAD_LETTERS = "dead-letters";

  /** The topic behind the state store, as Kafka Streams names it. */
  static final String CHANGELOG = APPLICATION + "-" + REGISTER + "-changelog";

  private EnrichTopology() {}

  /** The sink of a subject's topic. */
  static String sink(Subject subject) {
    return "subject-" + subject.slug();
  }

  static Topology build(Tagger tagger, EnrichSerdes serdes, Tally tally) {
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
            .addProcessor(ENRICH, () -> new EnrichProcessor(enricher, serdes, tally), ARTICLES)
            .addStateStore(
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(REGISTER), Serdes.String(), serdes.register()),
                ENRICH)
            .addSink(
                ENRICHED, Topics.ENRICHED.name(), bytes, bytes, new ArticlePartitioner(), ENRICH)
            .addSink(LATEST, Topics.LATEST.name(), bytes, bytes, ENRICH)
            .addSink(DEAD_LETTERS, Topics.DEAD_LETTER.name(), bytes, bytes, ENRICH);
    for (Subject subject : Subject.values()) {
      topology.addSink(sink(subject), Topics.subject(subject.slug()).name(), bytes, bytes, ENRICH);
    }
    return topology;
  }
}
