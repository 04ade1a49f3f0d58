package dev.dateline.schemas.json;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityType;
import dev.dateline.schemas.Language;
import dev.dateline.schemas.Mention;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topic;
import java.time.Instant;
import java.util.List;

/** Events written for the tests of this package. */
final class Events {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Events() {}

  /** A report in Bulgarian about China, of politics, published at noon. */
  static EnrichedArticle.Builder bulgarian() {
    return EnrichedArticle.newBuilder()
        .setId("a1")
        .setRevision(2)
        .setChange(Change.REVISED)
        .setArticle(article().build())
        .setLanguage(Language.newBuilder().setTag("bg").setConfidence(0.9f).build())
        .setTopics(
            List.of(
                Topic.newBuilder()
                    .setCode("medtop:11000000")
                    .setName("politics and government")
                    .setScore(0.8f)
                    .setEvidence(List.of("министър"))
                    .build()))
        .setEntities(
            List.of(
                Entity.newBuilder()
                    .setType(EntityType.PLACE)
                    .setName("Китай")
                    .setEnglishName("China")
                    .setId("wikidata:Q148")
                    .setScore(0.95f)
                    .setSalience(0.5f)
                    .setMentions(
                        List.of(
                            Mention.newBuilder().setStart(0).setEnd(5).setText("Китай").build()))
                    .build(),
                Entity.newBuilder().setType(EntityType.PERSON).setName("Иван Петров").build()))
        .setEnrichedAt(NOON.plusSeconds(2));
  }

  static Article.Builder article() {
    return Article.newBuilder()
        .setId("a1")
        .setEvent(ArticleEvent.OBSERVED)
        .setUrl("https://example.org/a1")
        .setTitle("Среща в Пекин")
        .setText("Китай прие делегация.")
        .setPublishedAt(NOON)
        .setObservedAt(NOON.plusSeconds(1))
        .setSource(Source.newBuilder().setId("folder-1").setKind("folder").build())
        .setProvenance(
            Provenance.newBuilder()
                .setLocation("a1.txt")
                .setMediaType("text/plain")
                .setCharset("UTF-8")
                .setLength(10)
                .setSha256("00")
                .build());
  }
}
