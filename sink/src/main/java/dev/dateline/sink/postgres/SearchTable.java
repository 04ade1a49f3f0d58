package dev.dateline.sink.postgres;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.EnrichedArticle;
import dev.dateline.sink.SearchIndex;
import dev.dateline.sink.StoredRevision;
import dev.dateline.sink.text.SearchDocument;
import dev.dateline.sink.text.SearchDocument.Weight;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tsvector of each article, made after the commit: with it a batch would take six times as
 * long.
 */
final class SearchTable implements SearchIndex {

  private static final Logger LOG = LoggerFactory.getLogger(SearchTable.class);

  private record Entry(String articleId, String vector) {}

  private final Transactions transactions;

  SearchTable(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public int catchUp(int limit) {
    return transactions.run(handle -> catchUp(handle, limit));
  }

  private static int catchUp(Handle handle, int limit) {
    // Locked rows are left to whoever indexes or stores them; this never waits.
    List<ArticleQueries.Shown> changed =
        handle
            .createQuery(
                """
                SELECT id, revision, deleted FROM article
                WHERE indexed_revision IS DISTINCT FROM revision
                ORDER BY enriched_at LIMIT :limit FOR UPDATE SKIP LOCKED
                """)
            .bind("limit", limit)
            .map(
                (row, context) ->
                    new ArticleQueries.Shown(
                        new RevisionKey(row.getString(1), row.getInt(2)), row.getBoolean(3)))
            .list();
    if (changed.isEmpty()) {
      return 0;
    }
    List<RevisionKey> visible =
        changed.stream().filter(a -> !a.deleted()).map(ArticleQueries.Shown::key).toList();
    List<Entry> entries = new ArrayList<>();
    for (StoredRevision revision : RevisionQuery.read(handle, visible)) {
      entries.add(new Entry(revision.article().getId(), vector(revision.article())));
    }
    Bisection.store(
        entries,
        part -> Savepoint.attempt(handle, () -> upsert(handle, part)),
        (entry, reason) ->
            LOG.warn("article cannot be indexed id={} reason={}", entry.articleId(), reason));
    remove(handle, changed.stream().filter(ArticleQueries.Shown::deleted).toList());
    mark(handle, changed);
    return changed.size();
  }

  private static void upsert(Handle handle, List<Entry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO article_search (article_id, document)
            VALUES (:id, CAST(:vector AS tsvector))
            ON CONFLICT (article_id) DO UPDATE SET document = excluded.document
            """);
    for (Entry entry : entries) {
      batch.bind("id", entry.articleId()).bind("vector", entry.vector()).add();
    }
    batch.execute();
  }

  private static void remove(Handle handle, List<ArticleQueries.Shown> deleted) {
    handle
        .createUpdate("DELETE FROM article_search WHERE article_id = ANY (:ids)")
        .bindArray("ids", String.class, deleted.stream().map(a -> a.key().articleId()).toList())
        .execute();
  }

  private static void mark(Handle handle, List<ArticleQueries.Shown> indexed) {
    handle
        .createUpdate("UPDATE article SET indexed_revision = revision WHERE id = ANY (:ids)")
        .bindArray("ids", String.class, indexed.stream().map(a -> a.key().articleId()).toList())
        .execute();
  }

  /**
   * Names of entities come in both languages, so that an English query finds them in every text.
   */
  private static String vector(EnrichedArticle enriched) {
    Article article = enriched.getArticle();
    SearchDocument document = new SearchDocument().add(article.getTitle(), Weight.A);
    enriched.getKeyphrases().forEach(phrase -> document.add(phrase, Weight.B));
    enriched
        .getEntities()
        .forEach(
            entity -> {
              document.add(entity.getName(), Weight.B);
              if (entity.getEnglishName() != null) {
                document.add(entity.getEnglishName(), Weight.B);
              }
            });
    article.getAuthors().forEach(author -> document.add(author, Weight.C));
    if (article.getSource().getName() != null) {
      document.add(article.getSource().getName(), Weight.C);
    }
    if (article.getSummary() != null) {
      document.add(article.getSummary(), Weight.C);
    }
    return document.add(article.getText(), Weight.D).toVector();
  }
}
