package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.schemas.WatchedSource;
import java.time.Clock;
import java.util.List;

/** Reads what was fetched of a source, whatever kind it is of. */
final class Documents {

  private final PageReader pages;
  private final SitemapDocument sitemaps;
  private final Clock clock;

  Documents(Fetcher fetcher, PageReader pages, Clock clock) {
    this.pages = pages;
    this.sitemaps = new SitemapDocument(fetcher);
    this.clock = clock;
  }

  /**
   * Reads a document.
   *
   * @throws UnreadableDocumentException where it is none of the kind
   */
  Document read(WatchedSource source, Fetched fetched)
      throws UnreadableDocumentException, InterruptedException {
    return switch (source.getKind()) {
      case FEED -> FeedDocument.read(fetched);
      case SITEMAP -> sitemaps.read(fetched, clock.instant());
      case PAGE -> page(fetched);
    };
  }

  private Document page(Fetched fetched) throws UnreadableDocumentException {
    Extracted article = pages.article(fetched);
    if (article == null) {
      throw new UnreadableDocumentException("There is no article on the page.");
    }
    return new Document(
        List.of(new Document.Entry(Sighting.of(article, fetched.url(), true, true), false)));
  }
}
