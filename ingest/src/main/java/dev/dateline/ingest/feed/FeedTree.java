package dev.dateline.ingest.feed;

import dev.dateline.ingest.text.Ampersands;
import dev.dateline.ingest.text.CleanText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a feed in XML, parsed without a complaint, with their vocabularies told by
 * namespace and, where a feed forgot to declare one, by the usual prefix.
 */
final class FeedTree {

  private static final int DEEPEST = 256;
  private static final int LONGEST_ADDRESS = 4096;

  /** What XML 1.0 forbids and broken feeds contain. */
  private static final Pattern ILLEGAL = Pattern.compile("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f]");

  private static final Pattern REFERENCE =
      Pattern.compile("(<[^<>]{0,2000}?\\s(?:href|src|poster|cite)\\s*=\\s*[\"'])([^\"'<>]+)");

  /** Vocabularies by namespace, without its scheme, in lower case. */
  private static final Map<String, Vocabulary> NAMESPACES =
      Map.ofEntries(
          Map.entry("purl.org/rss/1.0/", Vocabulary.RSS),
          Map.entry("my.netscape.com/rdf/simple/0.9/", Vocabulary.RSS),
          Map.entry("channel.netscape.com/rdf/simple/0.9/", Vocabulary.RSS),
          Map.entry("backend.userland.com/rss", Vocabulary.RSS),
          Map.entry("backend.userland.com/rss2", Vocabulary.RSS),
          Map.entry("blogs.law.harvard.edu/tech/rss", Vocabulary.RSS),
          Map.entry("www.w3.org/2005/atom", Vocabulary.ATOM),
          Map.entry("purl.org/atom/ns#", Vocabulary.ATOM),
          Map.entry("purl.org/dc/elements/1.1/", Vocabulary.DC),
          Map.entry("purl.org/dc/terms/", Vocabulary.DCTERMS),
          Map.entry("purl.org/rss/1.0/modules/content/", Vocabulary.CONTENT),
          Map.entry("search.yahoo.com/mrss", Vocabulary.MEDIA),
          Map.entry("search.yahoo.com/mrss/", Vocabulary.MEDIA),
          Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", Vocabulary.ITUNES),
          Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns#", Vocabulary.RDF),
          Map.entry("www.w3.org/1999/xhtml", Vocabulary.XHTML));

  private static final Map<String, Vocabulary> PREFIXES =
      Map.ofEntries(
          Map.entry("rss", Vocabulary.RSS),
          Map.entry("atom", Vocabulary.ATOM),
          Map.entry("atom03", Vocabulary.ATOM),
          Map.entry("atom10", Vocabulary.ATOM),
          Map.entry("a10", Vocabulary.ATOM),
          Map.entry("dc", Vocabulary.DC),
          Map.entry("dcterms", Vocabulary.DCTERMS),
          Map.entry("content", Vocabulary.CONTENT),
          Map.entry("media", Vocabulary.MEDIA),
          Map.entry("itunes", Vocabulary.ITUNES),
          Map.entry("rdf", Vocabulary.RDF),
          Map.entry("xhtml", Vocabulary.XHTML));

  private final Document document;
  private final Element root;
  private final String address;

  private FeedTree(Document document, Element root, String address) {
    this.document = document;
    this.root = root;
    this.address = address;
  }

  /**
   * @param address where the feed was fetched from
   * @throws UnreadableFeedException where the text holds no element
   */
  static FeedTree parse(String text, @Nullable String address) throws UnreadableFeedException {
    Document document =
        Parser.xmlParser()
            .setMaxDepth(DEEPEST)
            .setTrackPosition(true)
            .parseInput(Ampersands.escaped(text), "");
    document.outputSettings().prettyPrint(false);
    Element root = document.firstElementChild();
    if (root == null) {
      throw new UnreadableFeedException(
          "It is text without markup, so it is no feed. Check its address.");
    }
    return new FeedTree(document, root, address == null ? "" : address);
  }

  Element root() {
    return root;
  }

  /** Whether the text ended before the element did, so that some of it may be missing. */
  boolean isCut(Element element) {
    Range end = element.endSourceRange();
    return !end.isTracked() || end.startPos() == end.endPos();
  }

  /** The vocabulary of an element. One without a namespace is of its feed's own: RSS. */
  static Vocabulary vocabulary(Element element) {
    int colon = element.tagName().indexOf(':');
    String prefix = colon < 0 ? "" : element.tagName().substring(0, colon);
    String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    for (Element at = element; at != null; at = at.parent()) {
      if (at.hasAttr(declaration)) {
        Vocabulary known =
            NAMESPACES.get(
                at.attr(declaration)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^https?://", ""));
        if (known != null) {
          return known;
        }
        break;
      }
    }
    if (prefix.isEmpty()) {
      return Vocabulary.RSS;
    }
    return PREFIXES.getOrDefault(prefix.toLowerCase(Locale.ROOT), Vocabulary.OTHER);
  }

  /** Name of an element without its prefix, in lower case: feeds mix their cases. */
  static String local(Element element) {
    return element.normalName().substring(element.normalName().indexOf(':') + 1);
  }

  static boolean is(Element element, Vocabulary vocabulary, String... names) {
    return List.of(names).contains(local(element)) && vocabulary(element) == vocabulary;
  }

  static Stream<Element> children(Element parent, Vocabulary vocabulary, String... names) {
    return parent.children().stream().filter(child -> is(child, vocabulary, names));
  }

  /** What the first child that says something says, names in the order of preference. */
  static @Nullable String text(Element parent, Vocabulary vocabulary, String... names) {
    for (String name : names) {
      Optional<String> first = texts(parent, vocabulary, name).findFirst();
      if (first.isPresent()) {
        return first.get();
      }
    }
    return null;
  }

  /** What the children of a name say, as far as they say anything. */
  static Stream<String> texts(Element parent, Vocabulary vocabulary, String name) {
    return children(parent, vocabulary, name).map(FeedTree::text).filter(text -> !text.isEmpty());
  }

  /** The content of an element: text decoded once, CDATA as it stands, markup as it stands. */
  static String text(Element element) {
    return content(element, TextNode::getWholeText);
  }

  /** The content of an element that is markup itself: its text stays escaped. */
  static String markup(Element element) {
    return content(element, TextNode::outerHtml);
  }

  private static String content(Element element, Function<TextNode, String> ofText) {
    StringBuilder out = new StringBuilder();
    for (Node child : element.childNodes()) {
      if (child instanceof CDataNode data) {
        out.append(data.getWholeText());
      } else if (child instanceof TextNode text) {
        out.append(ofText.apply(text));
      } else if (child instanceof Element) {
        out.append(child.outerHtml());
      }
    }
    return CleanText.literal(ILLEGAL.matcher(out).replaceAll("").strip());
  }

  /** An attribute, whatever its case; null where it says nothing. */
  static @Nullable String attribute(Element element, String name) {
    String value = element.attributes().getIgnoreCase(name).strip();
    return value.isEmpty() ? null : value;
  }

  /** The language that {@code xml:lang} gives to an element. */
  static @Nullable String language(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      String language = attribute(at, "xml:lang");
      if (language != null) {
        return language;
      }
    }
    return null;
  }

  /**
   * An address of the feed made absolute by the {@code xml:base} of its element and those around it
   * (RFC 4287, section 2), at last by the address of the feed; as it stands where that cannot be.
   */
  @Nullable String resolve(Element element, @Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      return null;
    }
    List<String> bases = new ArrayList<>();
    for (Element at = element; at != null && at != document; at = at.parent()) {
      String base = attribute(at, "xml:base");
      if (base != null) {
        bases.add(base);
      }
    }
    bases.add(address);
    String resolved = reference.strip();
    for (String base : bases) {
      resolved = resolve(base, resolved);
    }
    return resolved;
  }

  /** The address of the first link below an element that has this relation. */
  @Nullable String related(Element parent, String relation) {
    return Stream.concat(
            children(parent, Vocabulary.ATOM, "link"), children(parent, Vocabulary.RSS, "link"))
        .filter(link -> relation.equalsIgnoreCase(attribute(link, "rel")))
        .map(link -> resolve(link, attribute(link, "href")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Markup whose links and pictures are made absolute, as {@link #resolve} does. */
  @Nullable String absolute(Element element, @Nullable String markup) {
    return markup == null || markup.indexOf('<') < 0
        ? markup
        : REFERENCE
            .matcher(markup)
            .replaceAll(
                link ->
                    Matcher.quoteReplacement(
                        link.group(1) + Objects.requireNonNull(resolve(element, link.group(2)))));
  }

  /** An address made absolute; as it stands where that cannot be. */
  static String resolve(String base, String reference) {
    if (base.isEmpty() || base.length() + reference.length() > LONGEST_ADDRESS) {
      return reference;
    }
    try {
      return URI.create(base).resolve(URI.create(reference.replace(" ", "%20"))).toString();
    } catch (IllegalArgumentException e) {
      return reference;
    }
  }
}
