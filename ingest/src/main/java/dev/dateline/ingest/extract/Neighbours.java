package dev.dateline.ingest.extract;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents of news that are no articles, and what Dateline has for each of them. */
final class Neighbours {

  private static final String FEED =
      "a feed, not an article: 'dateline feed FILE' shows what is in it, and 'dateline source add"
          + " URL' watches it.";
  private static final String SITEMAP =
      "a sitemap, not an article: 'dateline source add URL' watches it.";
  private static final String OPML =
      "a list of feeds, not an article: 'dateline source import FILE' watches them.";

  private static final Map<String, String> BY_ROOT =
      Map.of(
          "rss", FEED,
          "feed", FEED,
          "rdf", FEED,
          "urlset", SITEMAP,
          "sitemapindex", SITEMAP,
          "opml", OPML);

  /** Names of first elements by which XML is known that does not say that it is XML. */
  static final Set<String> XML_ROOTS =
      Set.of(
          "rss",
          "feed",
          "rdf:rdf",
          "opml",
          "urlset",
          "sitemapindex",
          "newsitem",
          "newsmessage",
          "nitf",
          "svg");

  private Neighbours() {}

  /**
   * What an XML document is instead of an article, where that is known.
   *
   * @param root local name of its root element
   */
  static Optional<String> ofXml(@Nullable String root) {
    return Optional.ofNullable(root).map(name -> BY_ROOT.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * The same of a JSON object.
   *
   * @param version its member of that name
   */
  static Optional<String> ofJson(@Nullable String version) {
    return Optional.ofNullable(version)
        .filter(name -> name.matches("(?s)https?://(?:www\\.)?jsonfeed\\.org/.*"))
        .map(name -> FEED);
  }
}
