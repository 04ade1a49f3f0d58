package dev.dateline.ingest.opml;

import dev.dateline.ingest.opml.OpmlList.LeftOut;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.CleanText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The address that an outline gives of a feed, or why it gives none. */
final class OutlineAddress {

  private static final int LONGEST_NAME = 200;

  /** Types under which {@code url} is a feed; under others it is a bookmark, a sound, a list. */
  private static final Set<String> FEED_TYPES =
      Set.of("", "rss", "atom", "rdf", "feed", "json", "xml");

  /** What browsers put before addresses, to open them in a reader: feed:https://, feed://. */
  private static final Pattern FEED_SCHEME = Pattern.compile("(?i)^feed:(?=https?://)");

  private static final Pattern FEED_AUTHORITY = Pattern.compile("(?i)^feed://");

  private final Optional<String> feed;
  private final Optional<LeftOut> leftOut;

  private OutlineAddress(Optional<String> feed, Optional<LeftOut> leftOut) {
    this.feed = feed;
    this.leftOut = leftOut;
  }

  /**
   * @param outline an outline
   * @param title of it
   */
  static OutlineAddress of(Element outline, String title) {
    String type = attribute(outline, "type").toLowerCase(Locale.ROOT);
    String written = attribute(outline, "xmlUrl");
    written = written.isEmpty() ? attribute(outline, "feedUrl") : written;
    String url = attribute(outline, "url");
    if (written.isEmpty() && !url.isEmpty() && !FEED_TYPES.contains(type)) {
      return leftOut(
          url, "its type is " + shortened(type) + ", so that its url is not that of a feed");
    }
    written = written.isEmpty() ? url : written;
    if (written.isEmpty()) {
      boolean folder = outline.children().stream().anyMatch(child -> child.nameIs("outline"));
      return folder || type.isEmpty() || !FEED_TYPES.contains(type)
          ? new OutlineAddress(Optional.empty(), Optional.empty())
          : leftOut(title, "its type is " + type + ", and it gives no address");
    }
    Optional<String> canonical = CanonicalUrl.of(onTheWeb(written));
    return canonical.isPresent()
        ? new OutlineAddress(canonical, Optional.empty())
        : leftOut(written, "that is no http or https address");
  }

  /** As http, which a server answers that knows https alone, with where to go. */
  private static String onTheWeb(String address) {
    String web = FEED_SCHEME.matcher(address).replaceFirst("");
    return FEED_AUTHORITY.matcher(web).replaceFirst("http://");
  }

  private static OutlineAddress leftOut(String name, String reason) {
    return new OutlineAddress(Optional.empty(), Optional.of(new LeftOut(shortened(name), reason)));
  }

  private static String shortened(String text) {
    return text.isEmpty() ? "an outline without a name" : CleanText.cut(text, LONGEST_NAME);
  }

  private static String attribute(Element outline, String name) {
    return CleanText.line(outline.attributes().getIgnoreCase(name));
  }

  /** Canonical; empty where it gives none. */
  Optional<String> feed() {
    return feed;
  }

  /** Why it gives none; empty also where nobody would look for one. */
  Optional<LeftOut> leftOut() {
    return leftOut;
  }
}
