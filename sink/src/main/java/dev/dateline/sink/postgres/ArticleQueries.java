package dev.dateline.sink.postgres;

import dev.dateline.sink.ArticleFilter;
import dev.dateline.sink.text.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** Finds the keys of what readers ask for. */
final class ArticleQueries {

  /** What readers see of an article. */
  record Shown(RevisionKey key, boolean deleted) {}

  /** A find and how well it fits. */
  record Ranked(RevisionKey key, double rank) {}

  private static final RowMapper<RevisionKey> KEY =
      (row, context) -> new RevisionKey(row.getString(1), row.getInt(2));

  private ArticleQueries() {}

  static Optional<Shown> shown(Handle handle, String id) {
    return handle
        .createQuery("SELECT id, revision, deleted FROM article WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> new Shown(KEY.map(row, context), row.getBoolean(3)))
        .findOne();
  }

  static List<RevisionKey> history(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT article_id, revision FROM article_revision WHERE article_id = :id ORDER BY 2")
        .bind("id", id)
        .map(KEY)
        .list();
  }

  /** Articles with the words of the query, or all where it has none, that pass the filter. */
  static List<Ranked> find(Handle handle, SearchQuery words, ArticleFilter filter, int limit) {
    boolean ranked = !words.isEmpty();
    List<String> conditions = new ArrayList<>(List.of("NOT a.deleted"));
    if (ranked) {
      conditions.add("s.document @@ CAST(:words AS tsquery)");
    }
    if (filter.language().isPresent()) {
      conditions.add(
          """
          EXISTS (SELECT FROM article_revision r
            WHERE r.article_id = a.id AND r.revision = a.revision
            AND (r.language = :language OR starts_with(r.language, :language || '-')))""");
    }
    if (filter.topic().isPresent()) {
      conditions.add(
          """
          EXISTS (SELECT FROM revision_topic t
            WHERE t.article_id = a.id AND t.revision = a.revision
            AND (t.code = :topic OR t.slug = :topic
              OR t.code LIKE 'medtop:__000000' AND starts_with(t.slug, :topic || '-')))""");
    }
    if (filter.entity().isPresent()) {
      conditions.add(
          """
          EXISTS (SELECT FROM revision_entity e
            WHERE e.article_id = a.id AND e.revision = a.revision AND e.entity_id = :entity)""");
    }
    String rank = ranked ? "ts_rank_cd(s.document, CAST(:words AS tsquery), 1)" : "0";
    String index = ranked ? "JOIN article_search s ON s.article_id = a.id" : "";
    Query query =
        handle
            .createQuery(
                """
                SELECT a.id, a.revision, %s AS rank FROM article a %s WHERE %s
                ORDER BY rank DESC, a.enriched_at DESC, a.id LIMIT :limit
                """
                    .formatted(rank, index, String.join(" AND ", conditions)))
            .bind("limit", limit);
    if (ranked) {
      query.bind("words", words.toTsQuery());
    }
    filter.language().ifPresent(language -> query.bind("language", language));
    filter.topic().ifPresent(topic -> query.bind("topic", topic));
    filter.entity().ifPresent(entity -> query.bind("entity", entity));
    return query.map((row, context) -> new Ranked(KEY.map(row, context), row.getDouble(3))).list();
  }
}
