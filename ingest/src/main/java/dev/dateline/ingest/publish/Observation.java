package dev.dateline.ingest.publish;

import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.extract.PageRights;
import dev.dateline.schemas.Article;
import dev.dateline.schemas.ArticleEvent;
import dev.dateline.schemas.Provenance;
import dev.dateline.schemas.Rights;
import dev.dateline.schemas.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what was read as the event that ingest publishes. */
public final class Observation {

  private Observation() {}

  /**
   * The event of one observation.
   *
   * @param id the article's
   * @param source the source that it came through; its name counts where the article tells none
   * @param now when it was read
   */
  public static Article of(String id, Extracted item, Source source, Instant now) {
    ExtractedArticle article = item.article();
    return Article.newBuilder()
        .setId(id)
        .setEvent(article.withdrawn() ? ArticleEvent.DELETED : ArticleEvent.OBSERVED)
        .setUrl(article.url())
        .setGuid(article.guid())
        .setTitle(article.title())
        .setText(article.text())
        .setSummary(article.summary())
        .setLanguage(article.language())
        .setAuthors(article.authors())
        .setCategories(article.categories())
        .setImage(article.image())
        .setPublishedAt(article.publishedAt())
        .setPublishedEvidence(article.dating() == null ? null : article.dating().evidence())
        .setPublishedToTheDay(article.dating() != null && article.dating().stated().isDay())
        .setRights(rights(article.rights()))
        .setUpdatedAt(article.updatedAt())
        .setObservedAt(now)
        .setSource(
            Source.newBuilder(source)
                .setName(article.publisher() == null ? source.getName() : article.publisher())
                .build())
        .setProvenance(provenance(item.origin()))
        .build();
  }

  private static @Nullable Rights rights(PageRights rights) {
    return rights.equals(PageRights.UNSTATED)
        ? null
        : new Rights(rights.tdmReserved(), rights.tdmPolicy(), rights.noAi(), rights.free());
  }

  private static Provenance provenance(Origin origin) {
    return Provenance.newBuilder()
        .setLocation(origin.location())
        .setItem(origin.item().isPresent() ? origin.item().getAsInt() : null)
        .setMediaType(origin.mediaType())
        .setCharset(origin.charset())
        .setLength(origin.length())
        .setSha256(origin.sha256())
        .build();
  }
}
