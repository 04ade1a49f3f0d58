package dev.dateline.sink.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.runtime.ledger.Counts;
import dev.dateline.schemas.RecordKeys;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Forgets revisions whose key got a tombstone. */
final class RevisionRemover {

  /**
   * What a tombstone found.
   *
   * @param revisions the source of the revision, where it was stored
   * @param letters the sources of its dead letters
   */
  record Removed(List<String> revisions, List<String> letters) {

    /** Tells of each, by its source, what it was and is not any more, and what it became. */
    void count(BiConsumer<String, Counts> ledger) {
      revisions.forEach(source -> ledger.accept(source, Counts.DELETED.minus(Counts.OUT)));
      letters.forEach(source -> ledger.accept(source, Counts.DELETED.minus(Counts.DEAD)));
    }
  }

  private RevisionRemover() {}

  /**
   * Removes a revision with its tags, and its dead letter where it was refused; readers then see
   * the newest that is left, or no article. The key stays known, so that a letter that is redriven
   * later brings nothing back.
   *
   * @return what there was of it
   */
  static Removed remove(Handle handle, RevisionKey key) {
    handle
        .createUpdate("DELETE FROM article WHERE id = :id AND revision = :revision")
        .bind("id", key.articleId())
        .bind("revision", key.revision())
        .execute();
    List<String> revisions =
        handle
            .createQuery(
                """
                DELETE FROM article_revision WHERE article_id = :id AND revision = :revision
                RETURNING source_id
                """)
            .bind("id", key.articleId())
            .bind("revision", key.revision())
            .mapTo(String.class)
            .list();
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
    List<String> letters =
        handle
            .createQuery(
                """
                DELETE FROM dead_letter_outbox WHERE key = :key RETURNING coalesce(source_id, '')
                """)
            .bind("key", RecordKeys.revision(key.articleId(), key.revision()).getBytes(UTF_8))
            .mapTo(String.class)
            .list();
    handle
        .createUpdate(
            """
            INSERT INTO removed_revision (article_id, revision) VALUES (:id, :revision)
            ON CONFLICT DO NOTHING
            """)
        .bind("id", key.articleId())
        .bind("revision", key.revision())
        .execute();
    return new Removed(revisions, letters);
  }
}
