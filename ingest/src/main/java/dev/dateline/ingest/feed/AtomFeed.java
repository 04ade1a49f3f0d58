package dev.dateline.ingest.feed;

import static dev.dateline.ingest.feed.FeedTree.attribute;
import static dev.dateline.ingest.feed.FeedValues.first;
import static dev.dateline.ingest.feed.FeedValues.time;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3, in their namespace or without one; a feed or a lone entry. */
final class AtomFeed {

  private final FeedTree tree;

  AtomFeed(FeedTree tree) {
    this.tree = tree;
  }

  Feed read() {
    Element root = tree.root();
    if (FeedTree.local(root).equals("entry")) {
      return new Feed(null, null, FeedTree.language(root), null, null, null, List.of(item(root)));
    }
    List<Element> entries = children(root, "entry").toList();
    int whole = entries.size();
    if (whole > 0 && tree.isCut(root) && tree.isCut(entries.get(whole - 1))) {
      whole--;
    }
    return new Feed(
        markup(root, "title"),
        link(root),
        first(FeedTree.language(root), FeedTree.text(root, Vocabulary.DC, "language")),
        null,
        tree.related(root, "hub"),
        tree.related(root, "self"),
        entries.subList(0, whole).stream().map(this::item).toList());
  }

  private FeedItem item(Element entry) {
    List<Enclosure> enclosures = enclosures(entry);
    return new FeedItem(
        text(entry, "id"),
        link(entry),
        markup(entry, "title"),
        authors(entry),
        time(
            text(entry, "published"),
            text(entry, "issued"),
            text(entry, "created"),
            FeedTree.text(entry, Vocabulary.DC, "date")),
        time(text(entry, "updated"), text(entry, "modified")),
        first(markup(entry, "summary"), FeedTree.text(entry, Vocabulary.MEDIA, "description")),
        markup(entry, "content"),
        categories(entry),
        enclosures,
        ItemImage.of(tree, entry, enclosures));
  }

  /** {@code alternate} is what a link is that does not say. */
  private @Nullable String link(Element parent) {
    return children(parent, "link")
        .filter(
            link ->
                "alternate"
                    .equalsIgnoreCase(
                        Objects.requireNonNullElse(attribute(link, "rel"), "alternate")))
        .map(link -> tree.resolve(link, first(attribute(link, "href"), FeedTree.text(link))))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Those of the entry; else of its source; else of the feed (RFC 4287, section 4.2.1). */
  private List<String> authors(Element entry) {
    return FeedValues.firstOf(
        people(children(entry, "author")),
        people(children(entry, "source").flatMap(source -> children(source, "author"))),
        people(children(tree.root(), "author")),
        FeedTree.texts(entry, Vocabulary.DC, "creator"));
  }

  /** The names in person constructs. */
  static Stream<String> people(Stream<Element> constructs) {
    return constructs.flatMap(construct -> Stream.ofNullable(person(construct)));
  }

  /** A person construct; some feeds write the name without one. */
  private static @Nullable String person(Element element) {
    String name = first(text(element, "name"), text(element, "email"));
    if (name != null || !element.children().isEmpty()) {
      return name;
    }
    String bare = FeedTree.text(element);
    return bare.isEmpty() ? null : PersonName.of(bare);
  }

  static @Nullable String category(Element element) {
    String bare = FeedTree.text(element);
    return first(
        attribute(element, "label"), attribute(element, "term"), bare.isEmpty() ? null : bare);
  }

  private static List<String> categories(Element entry) {
    return Stream.concat(
            children(entry, "category").map(AtomFeed::category),
            FeedTree.children(entry, Vocabulary.DC, "subject").map(FeedTree::text))
        .filter(category -> category != null && !category.isEmpty())
        .distinct()
        .toList();
  }

  private List<Enclosure> enclosures(Element entry) {
    return Stream.concat(
            children(entry, "link")
                .filter(link -> "enclosure".equalsIgnoreCase(attribute(link, "rel"))),
            FeedTree.children(entry, Vocabulary.MEDIA, "content"))
        .map(element -> RssFeed.enclosure(tree, element))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Stream<Element> children(Element parent, String name) {
    return parent.children().stream()
        .filter(
            child ->
                FeedTree.is(child, Vocabulary.ATOM, name)
                    || FeedTree.is(child, Vocabulary.RSS, name));
  }

  private static @Nullable String text(Element parent, String name) {
    return children(parent, name)
        .map(TextConstruct::of)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** The same, with its links made absolute. */
  private @Nullable String markup(Element parent, String name) {
    return children(parent, name)
        .map(element -> tree.absolute(element, TextConstruct.of(element)))
        .filter(text -> text != null && !text.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
