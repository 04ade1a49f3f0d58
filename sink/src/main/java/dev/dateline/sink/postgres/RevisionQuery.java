package dev.dateline.sink.postgres;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.schemas.Entity;
import dev.dateline.schemas.EntityType;
import dev.dateline.schemas.Language;
import dev.dateline.schemas.Source;
import dev.dateline.schemas.Topic;
import dev.dateline.sink.StoredRevision;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads revisions back as the events they were. */
final class RevisionQuery {

  private static final String KEYS =
      """
      FROM unnest(:ids, :revisions) WITH ORDINALITY AS k (article_id, revision, place)
      JOIN %s t USING (article_id, revision) ORDER BY k.place%s
      """;

  private RevisionQuery() {}

  /** Revisions in the order of their keys; keys that are not stored are left out. */
  static List<StoredRevision> read(Handle handle, List<RevisionKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<RevisionKey, List<Topic>> topics = new HashMap<>();
    select(handle, "revision_topic", ", t.position", keys)
        .map(
            (row, context) ->
                topics.computeIfAbsent(key(row), k -> new ArrayList<>()).add(topic(row)))
        .list();
    Map<RevisionKey, List<Entity>> entities = new HashMap<>();
    select(handle, "revision_entity", ", t.position", keys)
        .map(
            (row, context) ->
                entities.computeIfAbsent(key(row), k -> new ArrayList<>()).add(entity(row)))
        .list();
    return select(handle, "article_revision", "", keys)
        .map(
            (row, context) ->
                new StoredRevision(
                    article(
                        row,
                        topics.getOrDefault(key(row), List.of()),
                        entities.getOrDefault(key(row), List.of())),
                    Objects.requireNonNull(instant(row, "stored_at"))))
        .list();
  }

  private static Query select(Handle handle, String table, String order, List<RevisionKey> keys) {
    return handle
        .createQuery("SELECT t.* " + KEYS.formatted(table, order))
        .bindArray("ids", String.class, keys.stream().map(RevisionKey::articleId).toList())
        .bindArray("revisions", Integer.class, keys.stream().map(RevisionKey::revision).toList());
  }

  private static RevisionKey key(ResultSet row) throws SQLException {
    return new RevisionKey(row.getString("article_id"), row.getInt("revision"));
  }

  private static EnrichedArticle article(ResultSet row, List<Topic> topics, List<Entity> entities)
      throws SQLException {
    String language = row.getString("language");
    return EnrichedArticle.newBuilder()
        .setId(row.getString("article_id"))
        .setRevision(row.getInt("revision"))
        .setChange(Change.valueOf(row.getString("change")))
        .setChangedFields(texts(row, "changed_fields"))
        .setArticle(observation(row))
        .setLanguage(
            language == null ? null : new Language(language, row.getFloat("language_confidence")))
        .setTopics(topics)
        .setEntities(entities)
        .setDateline(Json.readDateline(row.getString("dateline")))
        .setKeyphrases(texts(row, "keyphrases"))
        .setFocus(texts(row, "focus"))
        .setTaggedBy(Json.taggedBy(row.getString("tagged_by")))
        .setEnrichedAt(instant(row, "enriched_at"))
        .build();
  }

  private static Article observation(ResultSet row) throws SQLException {
    return Article.newBuilder()
        .setId(row.getString("article_id"))
        .setEvent(ArticleEvent.valueOf(row.getString("event")))
        .setUrl(row.getString("url"))
        .setGuid(row.getString("guid"))
        .setTitle(row.getString("title"))
        .setText(row.getString("body"))
        .setSummary(row.getString("summary"))
        .setLanguage(row.getString("declared_language"))
        .setAuthors(texts(row, "authors"))
        .setCategories(texts(row, "categories"))
        .setImage(row.getString("image"))
        .setPublishedAt(instant(row, "published_at"))
        .setUpdatedAt(instant(row, "updated_at"))
        .setObservedAt(instant(row, "observed_at"))
        .setSource(
            new Source(
                row.getString("source_id"),
                row.getString("source_kind"),
                row.getString("source_name")))
        .setProvenance(Json.provenance(row.getString("provenance")))
        .build();
  }

  private static Topic topic(ResultSet row) throws SQLException {
    return new Topic(
        row.getString("code"),
        row.getString("name"),
        row.getFloat("score"),
        texts(row, "evidence"));
  }

  private static Entity entity(ResultSet row) throws SQLException {
    return Entity.newBuilder()
        .setType(EntityType.valueOf(row.getString("type")))
        .setName(row.getString("name"))
        .setEnglishName(row.getString("english_name"))
        .setId(row.getString("entity_id"))
        .setScore(row.getFloat("score"))
        .setSalience(row.getFloat("salience"))
        .setLatitude(row.getObject("latitude", Double.class))
        .setLongitude(row.getObject("longitude", Double.class))
        .setMentions(Json.mentions(row.getString("mentions")))
        .setTitleMentions(Json.mentions(row.getString("title_mentions")))
        .build();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
