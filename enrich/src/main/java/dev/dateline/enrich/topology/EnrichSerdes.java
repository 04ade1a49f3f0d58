package dev.dateline.enrich.topology;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.DeadLetter;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.EntityCorrection;
import dev.dateline.schemas.PersonMemory;
import dev.dateline.schemas.PersonSighting;
import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.Takedown;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.registry.SchemaRegistry;

/** The wire formats of the topology; thread-safe. */
record EnrichSerdes(
    AvroSerde<Article> article,
    AvroSerde<EnrichedArticle> enriched,
    AvroSerde<DeadLetter> deadLetter,
    AvroSerde<RegisterEntry> register,
    AvroSerde<PersonSighting> sighting,
    AvroSerde<PersonMemory> person,
    AvroSerde<EntityCorrection> entity,
    AvroSerde<Takedown> takedown) {

  static EnrichSerdes of(SchemaRegistry registry) {
    return new EnrichSerdes(
        new AvroSerde<>(Article.class, registry),
        new AvroSerde<>(EnrichedArticle.class, registry),
        new AvroSerde<>(DeadLetter.class, registry),
        new AvroSerde<>(RegisterEntry.class, registry),
        new AvroSerde<>(PersonSighting.class, registry),
        new AvroSerde<>(PersonMemory.class, registry),
        new AvroSerde<>(EntityCorrection.class, registry),
        new AvroSerde<>(Takedown.class, registry));
  }

  /** Registers what is written, so that the first article does not wait for it. */
  void announce() {
    enriched.register(Topics.ENRICHED.name());
    enriched.register(Topics.LATEST.name());
    deadLetter.register(Topics.DEAD_LETTER.name());
    register.register(EnrichTopology.CHANGELOG);
    sighting.register(Topics.PERSON.name());
  }
}
