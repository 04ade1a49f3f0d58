package dev.dateline.ingest.feed;

import static dev.dateline.ingest.feed.FeedTree.attribute;
import static dev.dateline.ingest.feed.FeedTree.children;
import static dev.dateline.ingest.feed.FeedTree.is;
import static dev.dateline.ingest.feed.FeedTree.text;
import static dev.dateline.ingest.feed.FeedValues.first;
import static dev.dateline.ingest.feed.FeedValues.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.9 to 2.0 and RDF, with the modules that publishers use. */
final class RssFeed {

  private static final List<String> PERMANENT = List.of("http://", "https://");

  private final FeedTree tree;

  RssFeed(FeedTree tree) {
    this.tree = tree;
  }

  Feed read() {
    Element root = tree.root();
    Element channel =
        is(root, Vocabulary.RSS, "channel")
            ? root
            : children(root, Vocabulary.RSS, "channel").findFirst().orElse(root);
    return new Feed(
        first(
            text(channel, Vocabulary.RSS, "title"),
            text(channel, Vocabulary.DC, "title"),
            text(channel, Vocabulary.ATOM, "title"),
            text(channel, Vocabulary.ITUNES, "title")),
        link(channel),
        first(
            text(channel, Vocabulary.RSS, "language"),
            text(channel, Vocabulary.DC, "language"),
            FeedTree.language(channel)),
        timeToLive(channel),
        tree.related(channel, "hub"),
        tree.related(channel, "self"),
        items(root, channel));
  }

  /** Minutes; anything else says nothing. */
  private static @Nullable Duration timeToLive(Element channel) {
    String minutes = text(channel, Vocabulary.RSS, "ttl");
    return minutes == null || !minutes.matches("\\d{1,6}")
        ? null
        : Duration.ofMinutes(Long.parseLong(minutes));
  }

  /** Items stand in the channel, and in RDF, and in some feeds that are wrong, beside it. */
  private List<FeedItem> items(Element root, Element channel) {
    List<Element> elements = new ArrayList<>(elements(channel));
    if (root != channel) {
      elements.addAll(elements(root));
    }
    int whole = elements.size();
    if (whole > 0 && tree.isCut(root) && tree.isCut(elements.get(whole - 1))) {
      whole--;
    }
    return elements.subList(0, whole).stream().map(this::item).toList();
  }

  private static List<Element> elements(Element parent) {
    return parent.children().stream()
        .flatMap(
            child ->
                is(child, Vocabulary.RSS, "items") ? child.children().stream() : Stream.of(child))
        .filter(child -> is(child, Vocabulary.RSS, "item", "entry"))
        .toList();
  }

  private FeedItem item(Element item) {
    String guid = text(item, Vocabulary.RSS, "guid");
    List<Enclosure> enclosures = enclosures(item);
    return new FeedItem(
        first(
            guid,
            attribute(item, "rdf:about"),
            text(item, Vocabulary.ATOM, "id"),
            text(item, Vocabulary.RSS, "id"),
            text(item, Vocabulary.DC, "identifier")),
        first(link(item), permanent(item, guid), permanent(item, attribute(item, "rdf:about"))),
        first(
            text(item, Vocabulary.RSS, "title"),
            text(item, Vocabulary.DC, "title"),
            text(item, Vocabulary.ATOM, "title"),
            text(item, Vocabulary.MEDIA, "title"),
            text(item, Vocabulary.ITUNES, "title")),
        authors(item),
        time(
            text(item, Vocabulary.RSS, "pubdate", "date"),
            text(item, Vocabulary.DC, "date"),
            text(item, Vocabulary.DCTERMS, "issued", "created"),
            text(item, Vocabulary.ATOM, "published", "issued", "created")),
        time(
            text(item, Vocabulary.DCTERMS, "modified"),
            text(item, Vocabulary.ATOM, "updated", "modified"),
            text(item, Vocabulary.RSS, "lastbuilddate", "updated")),
        tree.absolute(
            item,
            first(
                text(item, Vocabulary.RSS, "description", "summary"),
                text(item, Vocabulary.DC, "description"),
                text(item, Vocabulary.ATOM, "summary"),
                text(item, Vocabulary.ITUNES, "summary", "subtitle"),
                text(item, Vocabulary.MEDIA, "description"))),
        tree.absolute(
            item,
            first(
                text(item, Vocabulary.CONTENT, "encoded"),
                text(item, Vocabulary.ATOM, "content"),
                text(item, Vocabulary.XHTML, "body", "div"),
                text(item, Vocabulary.OTHER, "encoded", "full-text", "fulltext"),
                text(item, Vocabulary.RSS, "encoded", "content", "fulltext"))),
        categories(item),
        enclosures,
        ItemImage.of(tree, item, enclosures));
  }

  /** The last link with an address; many feeds leave their element empty and use Atom's. */
  private @Nullable String link(Element parent) {
    List<String> links =
        children(parent, Vocabulary.RSS, "link")
            .map(link -> first(text(link).isEmpty() ? null : text(link), attribute(link, "href")))
            .filter(Objects::nonNull)
            .toList();
    if (!links.isEmpty()) {
      return tree.resolve(parent, links.get(links.size() - 1));
    }
    return children(parent, Vocabulary.ATOM, "link")
        .filter(
            link ->
                "alternate".equals(Objects.requireNonNullElse(attribute(link, "rel"), "alternate")))
        .map(link -> tree.resolve(link, attribute(link, "href")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String permanent(Element item, @Nullable String id) {
    boolean denied =
        children(item, Vocabulary.RSS, "guid")
            .anyMatch(guid -> "false".equalsIgnoreCase(attribute(guid, "isPermaLink")));
    return id != null && !denied && PERMANENT.stream().anyMatch(id::startsWith) ? id : null;
  }

  /** RSS has one {@code author}; several stand in as many elements of Dublin Core or Atom. */
  private static List<String> authors(Element item) {
    return FeedValues.firstOf(
        FeedTree.texts(item, Vocabulary.RSS, "author").map(PersonName::of),
        FeedTree.texts(item, Vocabulary.DC, "author").map(PersonName::of),
        FeedTree.texts(item, Vocabulary.DC, "creator").map(PersonName::of),
        FeedTree.texts(item, Vocabulary.ITUNES, "author").map(PersonName::of),
        AtomFeed.people(children(item, Vocabulary.ATOM, "author")));
  }

  private static List<String> categories(Element item) {
    return Stream.of(
            children(item, Vocabulary.RSS, "category").map(RssFeed::category),
            children(item, Vocabulary.ITUNES, "keywords")
                .flatMap(keywords -> Stream.of(text(keywords).split(",")))
                .map(String::strip),
            children(item, Vocabulary.MEDIA, "category").map(FeedTree::text),
            children(item, Vocabulary.DC, "subject").map(FeedTree::text),
            children(item, Vocabulary.ATOM, "category").map(AtomFeed::category))
        .flatMap(part -> part)
        .filter(category -> category != null && !category.isEmpty())
        .distinct()
        .toList();
  }

  private static @Nullable String category(Element element) {
    String text = text(element);
    return text.isEmpty() ? attribute(element, "term") : text;
  }

  private List<Enclosure> enclosures(Element item) {
    return Stream.of(
            children(item, Vocabulary.RSS, "enclosure"),
            children(item, Vocabulary.MEDIA, "content"),
            children(item, Vocabulary.MEDIA, "group")
                .flatMap(group -> children(group, Vocabulary.MEDIA, "content")),
            children(item, Vocabulary.ATOM, "link")
                .filter(link -> "enclosure".equals(attribute(link, "rel"))))
        .flatMap(part -> part)
        .map(element -> enclosure(tree, element))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  static @Nullable Enclosure enclosure(FeedTree tree, Element element) {
    String url =
        tree.resolve(element, first(attribute(element, "url"), attribute(element, "href")));
    return url == null
        ? null
        : new Enclosure(
            url,
            attribute(element, "type"),
            FeedValues.bytes(first(attribute(element, "length"), attribute(element, "fileSize"))));
  }
}
