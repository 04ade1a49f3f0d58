package dev.dateline.sink.postgres;

import dev.dateline.schemas.EnrichedArticle;

/** What names a revision. */
record RevisionKey(String articleId, int revision) {

  static RevisionKey of(EnrichedArticle article) {
    return new RevisionKey(article.getId(), article.getRevision());
  }
}
