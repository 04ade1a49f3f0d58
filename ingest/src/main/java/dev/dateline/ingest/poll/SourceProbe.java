package dev.dateline.ingest.poll;

import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedLink;
import dev.dateline.ingest.feed.FeedLinks;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.UnreadableFeedException;
import dev.dateline.ingest.fetch.FetchRequest;
import dev.dateline.ingest.fetch.FetchResult;
import dev.dateline.ingest.fetch.FetchResult.Failed;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.fetch.Fetcher;
import dev.dateline.ingest.sitemap.SitemapReader;
import dev.dateline.ingest.sitemap.UnreadableSitemapException;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.HtmlText;
import dev.dateline.ingest.text.LanguageTag;
import dev.dateline.ingest.text.TextCharset;
import dev.dateline.schemas.SourceKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an address is: a feed, a sitemap, or a page that names its feeds, or keeps one
 * where many do.
 */
public final class SourceProbe {

  private static final List<String> USUAL_PLACES =
      List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml");

  private final Fetcher fetcher;

  public SourceProbe(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * What an address is.
   *
   * @param url where it is found; another address where a page names its feed, or it moved for good
   * @param title as the feed says, on one line
   * @param language as the feed declares it
   * @param others further feeds of the page
   */
  public record Found(
      SourceKind kind,
      String url,
      @Nullable String title,
      @Nullable String language,
      List<String> others) {}

  /** The address gives nothing that can be watched; the message is for a person. */
  public static final class NothingFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    NothingFoundException(String message) {
      super(message);
    }
  }

  /**
   * Looks at an address.
   *
   * @throws NothingFoundException where it cannot be fetched, or holds neither a feed nor a sitemap
   *     nor names one
   */
  public Found probe(String url) throws InterruptedException, NothingFoundException {
    FetchResult result = fetcher.fetch(FetchRequest.of(url));
    if (result instanceof Failed failed) {
      throw new NothingFoundException(failed.message());
    }
    Fetched fetched = (Fetched) result;
    Optional<Found> direct = feed(fetched, url).or(() -> sitemap(fetched, url));
    if (direct.isPresent()) {
      return direct.get();
    }
    List<String> named = named(fetched);
    for (String place : named.isEmpty() ? usual(fetched.url()) : named) {
      if (fetcher.fetch(FetchRequest.of(place)) instanceof Fetched linked) {
        Optional<Found> found = feed(linked, place);
        if (found.isPresent()) {
          return with(found.get(), named);
        }
      }
    }
    throw new NothingFoundException(
        "It is no feed and no sitemap, and no feed is named on it or lies where most do. Give the"
            + " address of the feed, or --kind page to watch this one page.");
  }

  private static Optional<Found> feed(Fetched fetched, String asked) {
    try {
      Feed feed = FeedReader.read(fetched.body(), fetched.charset(), fetched.url());
      return Optional.of(
          new Found(
              SourceKind.FEED,
              address(fetched, asked),
              HtmlText.line(feed.title()),
              LanguageTag.of(feed.language()).orElse(null),
              List.of()));
    } catch (UnreadableFeedException e) {
      return Optional.empty();
    }
  }

  private static Optional<Found> sitemap(Fetched fetched, String asked) {
    try {
      SitemapReader.read(fetched.body(), fetched.charset(), fetched.url());
      return Optional.of(
          new Found(SourceKind.SITEMAP, address(fetched, asked), null, null, List.of()));
    } catch (UnreadableSitemapException e) {
      return Optional.empty();
    }
  }

  /** The address that was asked, as long as it does not say for good that it moved. */
  private static String address(Fetched fetched, String asked) {
    String address = fetched.movedTo() == null ? asked : fetched.movedTo();
    return CanonicalUrl.of(address).orElse(address);
  }

  private static List<String> named(Fetched page) {
    String html = TextCharset.decode(page.body(), page.charset(), null).text();
    return FeedLinks.of(html, page.url()).stream().map(FeedLink::url).toList();
  }

  private static List<String> usual(String page) {
    return USUAL_PLACES.stream()
        .flatMap(place -> CanonicalUrl.resolve(page, place).stream())
        .toList();
  }

  private static Found with(Found found, List<String> named) {
    return new Found(
        found.kind(),
        found.url(),
        found.title(),
        found.language(),
        named.stream().filter(other -> !other.equals(found.url())).toList());
  }
}
