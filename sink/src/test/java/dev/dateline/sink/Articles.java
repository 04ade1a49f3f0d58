package dev.dateline.sink;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.Dateline;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityType;
import dev.dateline.schemas.Language;
import dev.dateline.schemas.Mention;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.TaggedBy;
import dev.dateline.schemas.Topic;
import java.time.Instant;
import java.util.List;

/** Events written for these tests. */
public final class Articles {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Articles() {}

  /** A revision whose every field is set. */
  public static EnrichedArticle.Builder full(String id, int revision) {
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setChange(revision == 1 ? Change.CREATED : Change.REVISED)
        .setChangedFields(List.of("title", "text"))
        .setArticle(article(id).build())
        .setLanguage(new Language("bg", 0.97f))
        .setTopics(
            List.of(
                new Topic("medtop:11000000", "politics and government", 0.9f, List.of("посещение")),
                new Topic("medtop:04000000", "economy, business and finance", 0.6f, List.of())))
        .setEntities(
            List.of(
                entity(EntityType.PLACE, "Китай", "China", "wikidata:Q148")
                    .setLatitude(35.5)
                    .setLongitude(104.25)
                    .setMentions(List.of(new Mention(0, 5, "Китай"), new Mention(31, 36, "Китай")))
                    .setTitleMentions(List.of(new Mention(10, 15, "Китай")))
                    .build(),
                entity(EntityType.PERSON, "Иван Петров", null, null).build()))
        .setDateline(new Dateline("Агенция", "Астана", "АСТАНА (Агенция) –"))
        .setKeyphrases(List.of("железопътен коридор", "нов \"път\" {a,b} \\"))
        .setFocus(List.of("CN", "KZ"))
        .setTaggedBy(List.of(new TaggedBy("language", "1"), new TaggedBy("topics", "2026.1")))
        .setEnrichedAt(NOON.plusSeconds(revision));
  }

  /** A revision with little more than a title and a text. */
  public static EnrichedArticle.Builder plain(String id, int revision, String title, String text) {
    Article article =
        article(id)
            .setTitle(title)
            .setText(text)
            .setSummary(null)
            .setUrl(null)
            .setUpdatedAt(null)
            .setPublishedAt(null)
            .setAuthors(List.of())
            .build();
    return EnrichedArticle.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setChange(revision == 1 ? Change.CREATED : Change.REVISED)
        .setArticle(article)
        .setLanguage(new Language("en", 0.9f))
        .setEnrichedAt(NOON.plusSeconds(revision));
  }

  /** A revision that PostgreSQL refuses: its text has a NUL character. */
  public static EnrichedArticle refused(String id) {
    return plain(id, 1, "Broken", "before\0after").build();
  }

  /** The article of {@link #full}. */
  public static Article.Builder article(String id) {
    return Article.newBuilder()
        .setId(id)
        .setEvent(ArticleEvent.OBSERVED)
        .setUrl("https://example.org/" + id)
        .setGuid("guid-" + id)
        .setTitle("Делегация в Китай")
        .setText(
            "Китай и Казахстан договориха. В Китай започна строеж.\n\n\"Край\", каза 'той' \\.")
        .setSummary("Накратко")
        .setLanguage("bg-BG")
        .setAuthors(List.of("А. Автор", "Б. Автор"))
        .setCategories(List.of("Свят", "medtop:11000000"))
        .setImage("https://example.org/i.jpg")
        .setPublishedAt(NOON.minusSeconds(3600).plusMillis(7))
        .setUpdatedAt(NOON.minusSeconds(60))
        .setObservedAt(NOON)
        .setSource(new Source("folder-1", "folder", "Поглед"))
        .setProvenance(
            Provenance.newBuilder()
                .setLocation("a/b.jsonl")
                .setItem(3)
                .setMediaType("application/x-ndjson")
                .setCharset("windows-1251")
                .setLength(1234L)
                .setSha256("00ff")
                .build());
  }

  private static Entity.Builder entity(
      EntityType type, String name, String englishName, String id) {
    return Entity.newBuilder()
        .setType(type)
        .setName(name)
        .setEnglishName(englishName)
        .setId(id)
        .setScore(0.8f)
        .setSalience(0.4f);
  }
}
