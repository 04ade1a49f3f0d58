package dev.dateline.ingest.sitemap;

import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.LanguageTag;
import dev.dateline.ingest.text.WrittenTime;
import java.io.StringReader;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** A sitemap in XML, told by the names of its elements, whatever their prefixes and namespaces. */
final class XmlSitemap {

  private static final int DEEPEST = 64;
  private static final int LONGEST_TITLE = 1_000;

  private XmlSitemap() {}

  static Sitemap read(String xml, @Nullable String address) throws UnreadableSitemapException {
    StreamParser parser =
        new StreamParser(Parser.xmlParser().setMaxDepth(DEEPEST).setTrackPosition(true))
            .parse(new StringReader(xml), "");
    Iterator<Element> elements = parser.iterator();
    Element root = elements.hasNext() ? parser.document().firstElementChild() : null;
    String name = root == null ? "" : local(root);
    if (!name.equals("urlset") && !name.equals("sitemapindex")) {
      throw new UnreadableSitemapException(
          "It is no sitemap: it begins with <"
              + CleanText.cut(name, 60)
              + ">, not with <urlset> or <sitemapindex>. Check its address.");
    }
    boolean index = name.equals("sitemapindex");
    return new Sitemap(
        index,
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(elements, Spliterator.ORDERED), false)
            .filter(element -> local(element).equals(index ? "sitemap" : "url"))
            .flatMap(element -> entry(element, address).stream()));
  }

  private static Optional<SitemapEntry> entry(Element element, @Nullable String address) {
    Element loc = child(element, "loc").orElse(element);
    Optional<Element> news = child(element, "news");
    Optional<Element> publication = news.flatMap(of -> child(of, "publication"));
    Optional<SitemapEntry> entry =
        isCut(loc)
            ? Optional.empty()
            : CanonicalUrl.resolve(address, loc.wholeOwnText().strip())
                .map(
                    url ->
                        new SitemapEntry(
                            url,
                            time(child(element, "lastmod")),
                            news.flatMap(of -> text(of, "title")).orElse(null),
                            time(news.flatMap(of -> child(of, "publication_date"))),
                            publication
                                .flatMap(of -> text(of, "language"))
                                .flatMap(LanguageTag::of)
                                .orElse(null),
                            publication.flatMap(of -> text(of, "name")).orElse(null)));
    element.remove(); // so that the tree does not grow with the sitemap
    return entry;
  }

  /** Whether the text ended before the element did, so that its address may lack its end. */
  private static boolean isCut(Element element) {
    Range end = element.endSourceRange();
    return !end.isTracked() || end.startPos() == end.endPos();
  }

  private static @Nullable Instant time(Optional<Element> element) {
    return element.flatMap(of -> WrittenTime.parse(of.text())).orElse(null);
  }

  private static Optional<String> text(Element parent, String name) {
    return child(parent, name)
        .map(element -> CleanText.line(CleanText.cut(element.wholeText(), LONGEST_TITLE)))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.children().stream().filter(child -> local(child).equals(name)).findFirst();
  }

  private static String local(Element element) {
    return element.normalName().substring(element.normalName().indexOf(':') + 1);
  }
}
