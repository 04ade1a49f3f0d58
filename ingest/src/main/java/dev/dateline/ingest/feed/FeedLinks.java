package dev.dateline.ingest.feed;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the feeds that a page names (RSS autodiscovery, HTML's {@code rel=alternate}). */
public final class FeedLinks {

  private static final int LONGEST_TITLE = 300;

  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/json",
          "text/rss+xml",
          "text/xml",
          "application/xml");

  private FeedLinks() {}

  /**
   * The feeds of a page in its order, which puts the main one first; each address once.
   *
   * @param html the page
   * @param address where the page was fetched from
   */
  public static List<FeedLink> of(String html, @Nullable String address) {
    Document page = Markup.parse(html);
    String base = Markup.base(page, address);
    Map<String, FeedLink> links = new LinkedHashMap<>();
    for (Element link : page.select("link[href][rel], a[href][rel]")) {
      String type =
          CleanText.line(link.attr("type"))
              .toLowerCase(Locale.ROOT)
              .replaceFirst(";.*", "")
              .strip();
      if (isFeed(link, type)) {
        String title = CleanText.line(CleanText.cut(link.attr("title"), LONGEST_TITLE));
        CanonicalUrl.resolve(base, link.attr("href"))
            .ifPresent(
                url ->
                    links.putIfAbsent(
                        url, new FeedLink(url, type, title.isEmpty() ? null : title)));
      }
    }
    return List.copyOf(links.values());
  }

  /** An alternate in a feed's media type, but for WordPress's interface to its posts; or a feed. */
  private static boolean isFeed(Element link, String type) {
    List<String> relations =
        List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", 20));
    return relations.contains("feed")
        || relations.contains("alternate")
            && MEDIA_TYPES.contains(type)
            && !link.attr("href").contains("/wp-json/");
  }
}
