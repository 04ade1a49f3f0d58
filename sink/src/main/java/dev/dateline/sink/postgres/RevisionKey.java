package dev.dateline.sink.postgres;

import dev.dateline.schemas.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What names a revision. */
record RevisionKey(String articleId, int revision) {

  static RevisionKey of(EnrichedArticle article) {
    return new RevisionKey(article.getId(), article.getRevision());
  }

  /**
   * Those of some keys that a table has.
   *
   * @param table with the columns {@code article_id} and {@code revision}
   */
  static List<RevisionKey> among(Handle handle, String table, List<RevisionKey> keys) {
    List<String> ids = new ArrayList<>();
    List<Integer> revisions = new ArrayList<>();
    for (RevisionKey key : keys) {
      ids.add(key.articleId());
      revisions.add(key.revision());
    }
    return handle
        .createQuery(
            """
            SELECT r.article_id, r.revision
            FROM unnest(:ids, :revisions) AS k (article_id, revision)
            JOIN %s r USING (article_id, revision)
            """
                .formatted(table))
        .bindArray("ids", String.class, ids)
        .bindArray("revisions", Integer.class, revisions)
        .map((row, context) -> new RevisionKey(row.getString(1), row.getInt(2)))
        .list();
  }
}
