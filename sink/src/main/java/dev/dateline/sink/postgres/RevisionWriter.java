package dev.dateline.sink.postgres;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.json.ArticleFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes revisions that are not there yet, and moves what readers see. */
final class RevisionWriter {

  private static final String REVISION =
      """
      INSERT INTO article_revision (article_id, revision, change, changed_fields, event, url, guid,
        title, body, summary, declared_language, language, language_confidence, authors, categories,
        image, published_at, updated_at, observed_at, source_id, source_kind, source_name,
        provenance, dateline, keyphrases, focus, tagged_by, enriched_at)
      VALUES (:id, :revision, :change, :changedFields, :event, :url, :guid,
        :title, :body, :summary, :declaredLanguage, :language, :confidence, :authors, :categories,
        :image, :publishedAt, :updatedAt, :observedAt, :sourceId, :sourceKind, :sourceName,
        CAST(:provenance AS jsonb), CAST(:dateline AS jsonb), :keyphrases, :focus,
        CAST(:taggedBy AS jsonb), :enrichedAt)
      """;

  private static final String TOPIC =
      """
      INSERT INTO revision_topic (article_id, revision, position, code, name, slug, score, evidence)
      VALUES (:id, :revision, :position, :code, :name, :slug, :score, :evidence)
      """;

  private static final String ENTITY =
      """
      INSERT INTO revision_entity (article_id, revision, position, type, name, english_name,
        entity_id, score, salience, latitude, longitude, mentions, title_mentions,
        keys)
      VALUES (:id, :revision, :position, :type, :name, :englishName, :entityId, :score, :salience,
        :latitude, :longitude, CAST(:mentions AS jsonb), CAST(:titleMentions AS jsonb),
        :keys)
      """;

  private static final String ARTICLE =
      """
      INSERT INTO article AS a (id, revision, historical, deleted, enriched_at)
      VALUES (:id, :revision, :historical, :deleted, :enrichedAt)
      ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
        historical = excluded.historical, deleted = excluded.deleted,
        enriched_at = excluded.enriched_at
      WHERE (NOT excluded.historical, excluded.revision) > (NOT a.historical, a.revision)
      """;

  private RevisionWriter() {}

  /**
   * Inserts revisions that are not stored yet, each once, and returns them. Those whose key got a
   * tombstone stay away, also where a partition is read again before the brokers compacted it.
   */
  static List<EnrichedArticle> insertNew(Handle handle, List<EnrichedArticle> articles) {
    List<RevisionKey> keys = articles.stream().map(RevisionKey::of).toList();
    Set<RevisionKey> known = new HashSet<>(RevisionKey.among(handle, "article_revision", keys));
    known.addAll(RevisionKey.among(handle, "removed_revision", keys));
    List<EnrichedArticle> fresh = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (known.add(keys.get(i))) {
        fresh.add(articles.get(i));
      }
    }
    insert(handle, fresh);
    return fresh;
  }

  private static void insert(Handle handle, List<EnrichedArticle> articles) {
    if (articles.isEmpty()) {
      return;
    }
    insertRevisions(handle, articles);
    insertTopics(handle, articles);
    insertEntities(handle, articles);
    showNewest(handle, articles);
  }

  private static void insertRevisions(Handle handle, List<EnrichedArticle> articles) {
    PreparedBatch batch = handle.prepareBatch(REVISION);
    for (EnrichedArticle enriched : articles) {
      Article article = enriched.getArticle();
      var language = enriched.getLanguage();
      bindKey(batch, enriched)
          .bind("change", enriched.getChange().name())
          .bindArray("changedFields", String.class, enriched.getChangedFields())
          .bind("event", article.getEvent().name())
          .bind("url", article.getUrl())
          .bind("guid", article.getGuid())
          .bind("title", article.getTitle())
          .bind("body", article.getText())
          .bind("summary", article.getSummary())
          .bind("declaredLanguage", article.getLanguage())
          .bind("language", language == null ? null : language.getTag())
          .bind("confidence", language == null ? null : (Float) language.getConfidence())
          .bindArray("authors", String.class, article.getAuthors())
          .bindArray("categories", String.class, article.getCategories())
          .bind("image", article.getImage())
          .bindByType("publishedAt", article.getPublishedAt(), Instant.class)
          .bindByType("updatedAt", article.getUpdatedAt(), Instant.class)
          .bindByType("observedAt", article.getObservedAt(), Instant.class)
          .bind("sourceId", article.getSource().getId())
          .bind("sourceKind", article.getSource().getKind())
          .bind("sourceName", article.getSource().getName())
          .bind("provenance", Json.provenance(article.getProvenance()))
          .bind("dateline", Json.dateline(enriched.getDateline()))
          .bindArray("keyphrases", String.class, enriched.getKeyphrases())
          .bindArray("focus", String.class, enriched.getFocus())
          .bind("taggedBy", Json.taggedBy(enriched.getTaggedBy()))
          .bindByType("enrichedAt", enriched.getEnrichedAt(), Instant.class)
          .add();
    }
    batch.execute();
  }

  private static void insertTopics(Handle handle, List<EnrichedArticle> articles) {
    PreparedBatch batch = handle.prepareBatch(TOPIC);
    for (EnrichedArticle enriched : articles) {
      int position = 0;
      for (Topic topic : enriched.getTopics()) {
        bindKey(batch, enriched)
            .bind("position", position++)
            .bind("code", topic.getCode())
            .bind("name", topic.getName())
            .bind("slug", ArticleFilter.slug(topic.getName()))
            .bind("score", topic.getScore())
            .bindArray("evidence", String.class, topic.getEvidence())
            .add();
      }
    }
    executeUnlessEmpty(batch);
  }

  private static void insertEntities(Handle handle, List<EnrichedArticle> articles) {
    PreparedBatch batch = handle.prepareBatch(ENTITY);
    for (EnrichedArticle enriched : articles) {
      int position = 0;
      for (Entity entity : enriched.getEntities()) {
        bindKey(batch, enriched)
            .bind("position", position++)
            .bind("type", entity.getType().name())
            .bind("name", entity.getName())
            .bind("englishName", entity.getEnglishName())
            .bind("entityId", entity.getId())
            .bind("score", entity.getScore())
            .bind("salience", entity.getSalience())
            .bind("latitude", entity.getLatitude())
            .bind("longitude", entity.getLongitude())
            .bind("mentions", Json.mentions(entity.getMentions()))
            .bind("titleMentions", Json.mentions(entity.getTitleMentions()))
            .bindArray("keys", String.class, keys(entity))
            .add();
      }
    }
    executeUnlessEmpty(batch);
  }

  /** What a filter may call the entity. */
  private static List<String> keys(Entity entity) {
    return Stream.of(entity.getId(), entity.getName(), entity.getEnglishName())
        .filter(Objects::nonNull)
        .map(ArticleFilter::fold)
        .distinct()
        .toList();
  }

  /** One row an article: a statement may not touch a row twice. */
  private static void showNewest(Handle handle, List<EnrichedArticle> articles) {
    Map<String, EnrichedArticle> newest = new LinkedHashMap<>();
    for (EnrichedArticle article : articles) {
      newest.merge(article.getId(), article, RevisionWriter::newer);
    }
    PreparedBatch batch = handle.prepareBatch(ARTICLE);
    for (EnrichedArticle article : newest.values()) {
      bindKey(batch, article)
          .bind("historical", isHistorical(article))
          .bind("deleted", article.getChange() == Change.DELETED)
          .bindByType("enrichedAt", article.getEnrichedAt(), Instant.class)
          .add();
    }
    batch.execute();
  }

  private static EnrichedArticle newer(EnrichedArticle a, EnrichedArticle b) {
    if (isHistorical(a) != isHistorical(b)) {
      return isHistorical(a) ? b : a;
    }
    return b.getRevision() > a.getRevision() ? b : a;
  }

  private static boolean isHistorical(EnrichedArticle article) {
    return article.getChange() == Change.HISTORICAL;
  }

  private static PreparedBatch bindKey(PreparedBatch batch, EnrichedArticle article) {
    return batch.bind("id", article.getId()).bind("revision", article.getRevision());
  }

  private static void executeUnlessEmpty(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
