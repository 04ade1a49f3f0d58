package dev.dateline.testkit.faults;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the oracle compares of a revision, wherever it lies.
 *
 * @param change as in {@link Change}
 * @param content as in {@link Version#content()}
 * @param updatedAt the publisher's clock
 * @param enrichedAt tells an event from the same one of a transaction that was aborted
 */
record Revision(
    String articleId,
    int number,
    String change,
    String url,
    String content,
    @Nullable Instant updatedAt,
    Instant enrichedAt) {

  static Revision of(EnrichedArticle event) {
    var article = event.getArticle();
    return new Revision(
        event.getId(),
        event.getRevision(),
        event.getChange().name(),
        Objects.requireNonNullElse(article.getUrl(), ""),
        event.getChange() == Change.DELETED
            ? Version.WITHDRAWN
            : Version.content(article.getTitle(), article.getText()),
        article.getUpdatedAt(),
        event.getEnrichedAt());
  }

  String key() {
    return articleId + "@" + number;
  }

  boolean isHistorical() {
    return change.equals("HISTORICAL");
  }
}
