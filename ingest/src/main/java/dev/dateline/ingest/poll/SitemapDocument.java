package dev.dateline.ingest.poll;

import dev.dateline.ingest.extract.Extraction.Extracted;
import dev.dateline.ingest.extract.FeedArticle;
import dev.dateline.ingest.extract.Origin;
import dev.dateline.ingest.extract.Sha256;
import dev.dateline.ingest.fetch.FetchRequest;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.sitemap.Sitemap;
import dev.dateline.ingest.sitemap.SitemapEntry;
import dev.dateline.ingest.sitemap.SitemapReader;
import dev.dateline.ingest.sitemap.UnreadableSitemapException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Sitemaps, and those that an index names, as documents: their articles are on the pages. */
final class SitemapDocument {

  /** What changed before this is no news. */
  private static final Duration NEWS = Duration.ofDays(3);

  /** Of an index the newest sitemaps are read; publishers keep the past in the rest. */
  private static final int MOST_SITEMAPS = 20;

  private static final int MOST_ENTRIES = 50_000;

  private final Fetcher fetcher;

  SitemapDocument(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Reads a sitemap.
   *
   * @param since entries that did not change later are left out, where they say when they did
   * @throws UnreadableDocumentException where the answer is no sitemap
   */
  Document read(Fetched fetched, Instant now)
      throws UnreadableDocumentException, InterruptedException {
    Instant since = now.minus(NEWS);
    List<Document.Entry> entries = new ArrayList<>();
    try {
      Sitemap sitemap = SitemapReader.read(fetched.body(), fetched.charset(), fetched.url());
      if (sitemap.isIndex()) {
        for (SitemapEntry named : newest(sitemap, since)) {
          add(named, since, entries);
        }
      } else {
        add(sitemap, fetched, since, entries);
      }
    } catch (UnreadableSitemapException e) {
      throw new UnreadableDocumentException(e);
    }
    return new Document(entries);
  }

  private static List<SitemapEntry> newest(Sitemap index, Instant since) {
    return index
        .entries()
        .filter(entry -> entry.modified() == null || entry.modified().isAfter(since))
        .sorted(
            Comparator.comparing(
                SitemapEntry::modified, Comparator.nullsLast(Comparator.reverseOrder())))
        .limit(MOST_SITEMAPS)
        .toList();
  }

  /** A sitemap of an index that cannot be read costs what is in it and nothing else. */
  private void add(SitemapEntry named, Instant since, List<Document.Entry> entries)
      throws InterruptedException {
    if (fetcher.fetch(FetchRequest.of(named.url())) instanceof Fetched fetched) {
      try {
        Sitemap sitemap = SitemapReader.read(fetched.body(), fetched.charset(), fetched.url());
        if (!sitemap.isIndex()) {
          add(sitemap, fetched, since, entries);
        }
      } catch (UnreadableSitemapException e) {
        // the next poll looks again
      }
    }
  }

  private static void add(
      Sitemap sitemap, Fetched fetched, Instant since, List<Document.Entry> entries) {
    String sha256 = Sha256.hex(fetched.body());
    sitemap
        .entries()
        .filter(entry -> moment(entry) == null || moment(entry).isAfter(since))
        .limit(MOST_ENTRIES - entries.size())
        .forEach(
            entry -> {
              Origin origin =
                  new Origin(
                      fetched.url(),
                      OptionalInt.of(entries.size()),
                      "application/xml",
                      Objects.requireNonNullElse(fetched.charset(), "UTF-8"),
                      fetched.body().length,
                      sha256,
                      new byte[0]);
              entries.add(
                  new Document.Entry(
                      Sighting.ofAddress(
                          new Extracted(FeedArticle.of(entry), origin), entry.modified()),
                      true));
            });
  }

  private static @Nullable Instant moment(SitemapEntry entry) {
    return entry.published() == null || entry.modified() == null
        ? entry.modified() == null ? entry.published() : entry.modified()
        : entry.modified().isAfter(entry.published()) ? entry.modified() : entry.published();
  }
}
