package dev.dateline.sink.postgres;

import org.jdbi.v3.core.Handle;

/** Forgets revisions whose key got a tombstone. */
final class RevisionRemover {

  private RevisionRemover() {}

  /**
   * Removes a revision with its tags; readers then see the newest that is left, or no article.
   *
   * @return whether there was such a revision
   */
  static boolean remove(Handle handle, RevisionKey key) {
    handle
        .createUpdate("DELETE FROM article WHERE id = :id AND revision = :revision")
        .bind("id", key.articleId())
        .bind("revision", key.revision())
        .execute();
    int removed =
        handle
            .createUpdate(
                "DELETE FROM article_revision WHERE article_id = :id AND revision = :revision")
            .bind("id", key.articleId())
            .bind("revision", key.revision())
            .execute();
    handle
        .createUpdate(
            """
            INSERT INTO article (id, revision, historical, deleted, enriched_at)
            SELECT article_id, revision, change = 'HISTORICAL', change = 'DELETED', enriched_at
            FROM article_revision WHERE article_id = :id
            ORDER BY change <> 'HISTORICAL' DESC, revision DESC LIMIT 1
            ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", key.articleId())
        .execute();
    return removed > 0;
  }
}
