package dev.dateline.sink.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.schemas.json.ArticleFilter;
import dev.dateline.sink.text.SearchQuery;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Rows that hold something of an article, by table; letters are found by their key as well. */
  static Map<String, Long> rows(Handle handle, String id) {
    Map<String, Long> rows = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT * FROM (VALUES
              ('article', (SELECT count(*) FROM article WHERE id = :id)),
              ('article_revision', (SELECT count(*) FROM article_revision WHERE article_id = :id)),
              ('revision_topic', (SELECT count(*) FROM revision_topic WHERE article_id = :id)),
              ('revision_entity', (SELECT count(*) FROM revision_entity WHERE article_id = :id)),
              ('article_search', (SELECT count(*) FROM article_search WHERE article_id = :id)),
              ('dead_letter_outbox', (SELECT count(*) FROM dead_letter_outbox
                WHERE article_id = :id OR starts_with(encode(key, 'hex'), :prefix)))
            ) AS t (name, number) WHERE number > 0
            """)
        .bind("id", id)
        .bind("prefix", HexFormat.of().formatHex((id + "@").getBytes(UTF_8)))
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(table -> rows.put(table.getKey(), table.getValue()));
    return rows;
  }

  /** Articles with the words of the query, or all where it has none, that pass the filter. */
  static List<Ranked> find(Handle handle, SearchQuery words, ArticleFilter filter, int limit) {
    boolean ranked = !words.isEmpty();
    List<String> conditions = new ArrayList<>(List.of("NOT a.deleted"));
    if (ranked) {
      conditions.add("s.document @@ CAST(:words AS tsquery)");
    }
    if (!filter.languages().isEmpty()) {
      conditions.add(
          """
          EXISTS (SELECT FROM article_revision r JOIN unnest(:languages) AS w (tag)
            ON lower(r.language) = w.tag OR starts_with(lower(r.language), w.tag || '-')
            WHERE r.article_id = a.id AND r.revision = a.revision)""");
    }
    if (!filter.topics().isEmpty()) {
      conditions.add(
          """
          EXISTS (SELECT FROM revision_topic t JOIN unnest(:topics) AS w (word)
            ON w.word <> '' AND (lower(t.code) = w.word
              OR right(lower(t.code), length(w.word) + 1) = ':' || w.word
              OR starts_with(t.slug, w.word))
            WHERE t.article_id = a.id AND t.revision = a.revision)""");
    }
    if (!filter.entities().isEmpty()) {
      conditions.add(
          """
          EXISTS (SELECT FROM revision_entity e
            WHERE e.article_id = a.id AND e.revision = a.revision AND e.keys && :entities)""");
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
    bind(query, "languages", filter.languages());
    bind(query, "topics", filter.topics());
    bind(query, "entities", filter.entities());
    return query.map((row, context) -> new Ranked(KEY.map(row, context), row.getDouble(3))).list();
  }

  private static void bind(Query query, String name, List<String> words) {
    if (!words.isEmpty()) {
      query.bindArray(name, String.class, words);
    }
  }
}
