package dev.dateline.ingest.feed;

import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.XmlCharset;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds leniently: what a feed breaks of the rules costs no more than the place where it does
 * so, and of a feed that is cut in the middle the items before the cut are read. A document type is
 * passed over and its entities are not expanded.
 */
public final class FeedReader {

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param charset as the transport declares it, such as in {@code Content-Type}
   * @param address where the feed was fetched from; relative addresses are resolved against it
   * @throws UnreadableFeedException where the bytes are no feed
   */
  public static Feed read(byte[] bytes, @Nullable String charset, @Nullable String address)
      throws UnreadableFeedException {
    String text = TextCharset.decode(bytes, charset, XmlCharset.declared(bytes)).text().strip();
    if (text.isEmpty()) {
      throw new UnreadableFeedException("It is empty, so it is no feed. Check its address.");
    }
    return text.charAt(0) == '{' ? JsonFeed.read(text, address) : ofXml(text, address);
  }

  private static Feed ofXml(String text, @Nullable String address) throws UnreadableFeedException {
    FeedTree tree = FeedTree.parse(text, address);
    return switch (tree.root().normalName().replaceFirst("^.*:", "")) {
      case "rss", "rdf", "channel" -> new RssFeed(tree).read();
      case "feed", "entry" -> new AtomFeed(tree).read();
      case "html", "head", "body" ->
          throw new UnreadableFeedException(
              "It is an HTML page and no feed. Look for the address of the feed in it.");
      case "urlset", "sitemapindex" ->
          throw new UnreadableFeedException("It is a sitemap and no feed.");
      default ->
          throw new UnreadableFeedException(
              "It is no feed of a kind that is known (RSS, RDF, Atom, JSON Feed): it begins with <"
                  + tree.root().tagName()
                  + ">.");
    };
  }
}
