package dev.dateline.ingest.poll;

import dev.dateline.ingest.feed.Feed;
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
import dev.dateline.schemas.SourceKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an address is: a feed, a sitemap, a page that names its feeds, or a home page
 * whose site keeps one where many do.
 */
public final class SourceProbe {

  private final Fetcher fetcher;

  public SourceProbe(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * What an address is.
   *
   * @param url where it is found; another address where a page leads to its feed, or it moved for
   *     good
   * @param title as the feed says, on one line
   * @param language as the feed declares it
   * @param others further feeds of the page
   * @param unnamed whether it lies in one of the usual places of a site whose home page names none
   */
  public record Found(
      SourceKind kind,
      String url,
      @Nullable String title,
      @Nullable String language,
      List<String> others,
      boolean unnamed) {

    /** What lies at the address itself, or is said to. */
    public static Found at(
        String url, SourceKind kind, @Nullable String title, @Nullable String language) {
      return new Found(kind, url, title, language, List.of(), false);
    }

    private Found of(ProbedDocument page) {
      List<String> rest = page.named().stream().filter(other -> !other.equals(url)).toList();
      return new Found(kind, url, title, language, rest, page.named().isEmpty());
    }
  }

  /** The address gives nothing that can be watched; the message is for a person, and names it. */
  public static final class NothingFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    NothingFoundException(String message) {
      super(message);
    }
  }

  /**
   * Looks at an address.
   *
   * @throws NothingFoundException where it cannot be fetched, or is neither a feed nor a sitemap
   *     and leads to none
   */
  public Found probe(String url) throws InterruptedException, NothingFoundException {
    FetchResult result = fetcher.fetch(FetchRequest.of(url));
    if (result instanceof Failed failed) {
      String message = failed.message();
      throw new NothingFoundException(message.contains(url) ? message : url + ": " + message);
    }
    Fetched fetched = (Fetched) result;
    Optional<Found> direct = feed(fetched, url).or(() -> sitemap(fetched, url));
    if (direct.isPresent()) {
      return direct.get();
    }
    ProbedDocument page = new ProbedDocument(fetched, url);
    for (String place : page.named().isEmpty() ? page.usualPlaces() : page.named()) {
      if (fetcher.fetch(FetchRequest.of(place)) instanceof Fetched linked) {
        Optional<Found> found = feed(linked, place);
        if (found.isPresent()) {
          return found.get().of(page);
        }
      }
    }
    throw new NothingFoundException(page.refusal());
  }

  private static Optional<Found> feed(Fetched fetched, String asked) {
    try {
      Feed feed = FeedReader.read(fetched.body(), fetched.charset(), fetched.url());
      return Optional.of(
          Found.at(
              address(fetched, asked),
              SourceKind.FEED,
              HtmlText.line(feed.title()),
              LanguageTag.of(feed.language()).orElse(null)));
    } catch (UnreadableFeedException e) {
      return Optional.empty();
    }
  }

  private static Optional<Found> sitemap(Fetched fetched, String asked) {
    try {
      SitemapReader.read(fetched.body(), fetched.charset(), fetched.url());
      return Optional.of(Found.at(address(fetched, asked), SourceKind.SITEMAP, null, null));
    } catch (UnreadableSitemapException e) {
      return Optional.empty();
    }
  }

  /** The address that was asked, as long as it does not say for good that it moved. */
  private static String address(Fetched fetched, String asked) {
    String address = fetched.movedTo() == null ? asked : fetched.movedTo();
    return CanonicalUrl.of(address).orElse(address);
  }
}
