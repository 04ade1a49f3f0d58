package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ExtractedArticle;
import dev.dateline.ingest.extract.Extraction;
import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.RawItem;
import dev.dateline.ingest.fetch.FetchFailure;
import dev.dateline.ingest.fetch.FetchHeaders;
import dev.dateline.ingest.fetch.FetchRequest;
import dev.dateline.ingest.fetch.FetchResult;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.fetch.Fetcher;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Fetches pages and reads the article on them. */
public final class PageReader {

  private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

  private final Fetcher fetcher;
  private final ArticleReader reader;

  public PageReader(Fetcher fetcher, ArticleReader reader) {
    this.fetcher = fetcher;
    this.reader = reader;
  }

  /**
   * What came of a page.
   *
   * @param article null where there is none
   * @param failure why the page could not be fetched; null where it was
   */
  record Page(@Nullable Extracted article, @Nullable FetchFailure failure) {

    /** Whether it is worth trying again. */
    boolean isPending() {
      return failure != null && Trouble.isOfServer(failure);
    }
  }

  /** Fetches and reads a page. */
  Page read(String url) throws InterruptedException {
    FetchResult result = fetcher.fetch(new FetchRequest(url, null, null, ACCEPT));
    return result instanceof Fetched fetched
        ? new Page(article(fetched), null)
        : new Page(null, result instanceof Failed failed ? failed.reason() : null);
  }

  /** The article on a page that was fetched already; null where there is none. */
  @Nullable Extracted article(Fetched fetched) {
    RawItem raw =
        new RawItem(
            fetched.body(),
            fetched.url(),
            OptionalInt.empty(),
            fetched.mediaType(),
            fetched.charset());
    for (Extraction extraction : reader.read(raw)) {
      if (extraction instanceof Extracted extracted) {
        return new Extracted(reserved(extracted.article(), fetched), extracted.origin());
      }
    }
    return null;
  }

  /** The article with what the server reserves of all that it serves there. */
  static ExtractedArticle reserved(ExtractedArticle article, Fetched fetched) {
    FetchHeaders headers = fetched.headers();
    return article.with(
        article.rights().and(headers.tdmReserved(), headers.tdmPolicy(), headers.noAi()));
  }

  /** Whether the server says that the page is no more. */
  boolean isGone(String url) throws InterruptedException {
    FetchFailure failure = read(url).failure();
    return failure == FetchFailure.NOT_FOUND || failure == FetchFailure.GONE;
  }
}
