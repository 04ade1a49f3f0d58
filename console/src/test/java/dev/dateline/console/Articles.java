package dev.dateline.console;

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

/** Enriched articles written for the tests of this module. */
final class Articles {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Articles() {}

  /** The first revision of an English report of sport. */
  static EnrichedArticle.Builder report(String id) {
    return written(id, "en", "Harbour team wins the spring regatta", "The crew led from the start.")
        .setTopics(List.of(topic("15000000", "sport")))
        .setEntities(List.of(entity(EntityType.PLACE, "Varna", "geonames:726050")));
  }

  /** The first revision of an article without tags. */
  static EnrichedArticle.Builder written(String id, String language, String title, String text) {
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(1)
        .setChange(Change.CREATED)
        .setArticle(article(id, title, text).build())
        .setLanguage(Language.newBuilder().setTag(language).setConfidence(0.99f).build())
        .setEnrichedAt(NOON.plusSeconds(2));
  }

  static Article.Builder article(String id, String title, String text) {
    return Article.newBuilder()
        .setId(id)
        .setEvent(ArticleEvent.OBSERVED)
        .setUrl("https://example.org/" + id)
        .setTitle(title)
        .setText(text)
        .setPublishedAt(NOON)
        .setObservedAt(NOON.plusSeconds(1))
        .setSource(
            Source.newBuilder().setId("f").setKind("feed").setName("Harbour Gazette").build())
        .setProvenance(
            Provenance.newBuilder()
                .setLocation(id + ".txt")
                .setMediaType("text/plain")
                .setCharset("UTF-8")
                .setLength(text.length())
                .setSha256("00")
                .build());
  }

  static Topic topic(String code, String name) {
    return Topic.newBuilder().setCode("medtop:" + code).setName(name).setScore(0.9f).build();
  }

  static Entity entity(EntityType type, String name, String id) {
    return Entity.newBuilder()
        .setType(type)
        .setName(name)
        .setId(id)
        .setMentions(List.of(Mention.newBuilder().setStart(0).setEnd(3).setText("The").build()))
        .build();
  }
}
