package dev.dateline.ingest.poll;

import dev.dateline.ingest.feed.FeedLink;
import dev.dateline.ingest.feed.FeedLinks;
import dev.dateline.ingest.fetch.FetchResult.Fetched;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.TextCharset;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document that is neither a feed nor a sitemap, and the feeds that it leads to. */
final class ProbedDocument {

  /** Where sites keep their feed without naming it. */
  static final List<String> USUAL_PLACES =
      List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml");

  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  /** For servers that do not say what they send. */
  private static final Pattern MARKUP =
      Pattern.compile("<(!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 4096;

  private final String asked;
  private final String url;
  private final boolean blank;
  private final boolean html;
  private final List<String> named;

  /**
   * @param asked the address that a person gave
   */
  ProbedDocument(Fetched fetched, String asked) {
    String text = TextCharset.decode(fetched.body(), fetched.charset(), null).text();
    this.asked = asked;
    this.url = fetched.url();
    this.blank = text.isBlank();
    this.html = !blank && isHtml(fetched.mediaType(), text);
    this.named = html ? FeedLinks.of(text, url).stream().map(FeedLink::url).toList() : List.of();
  }

  private static boolean isHtml(@Nullable String mediaType, String text) {
    return mediaType == null
        ? MARKUP.matcher(text.substring(0, Math.min(text.length(), HEAD))).find()
        : HTML.contains(mediaType);
  }

  /** The feeds that it names, the main one first. */
  List<String> named() {
    return named;
  }

  /**
   * The usual places of the site, where it is a home page that names no feed. Any other address
   * that was asked for means something else than the feed of its whole site.
   */
  List<String> usualPlaces() {
    if (!named.isEmpty() || !isHomePage()) {
      return List.of();
    }
    return USUAL_PLACES.stream()
        .flatMap(place -> CanonicalUrl.resolve(url, place).stream())
        .toList();
  }

  /** As it was asked for: what is missing is often answered with a redirect to the home page. */
  private boolean isHomePage() {
    URI address = URI.create(asked);
    return html && "/".equals(address.getRawPath()) && address.getRawQuery() == null;
  }

  /** What is said where none of that can be watched: what it is, and what to do next. */
  String refusal() {
    if (blank) {
      return asked + " answers with an empty document. Check the address.";
    }
    if (!html) {
      return asked + " is no feed, no sitemap and no web page. Give the address of the feed.";
    }
    if (!named.isEmpty()) {
      return asked
          + " names feeds, and none of them can be read, such as "
          + named.get(0)
          + ". Give the address of another feed, or --kind page to watch this one page.";
    }
    return isHomePage()
        ? asked
            + " names no feed, and none lies where many sites keep it ("
            + String.join(", ", USUAL_PLACES)
            + "). Give the address of the feed, or --kind page to watch this one page."
        : asked
            + " is a page that names no feed. Give the address of the feed or of the home page, or"
            + " --kind page to watch this one page.";
  }
}
