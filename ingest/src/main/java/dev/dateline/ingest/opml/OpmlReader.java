package dev.dateline.ingest.opml;

import dev.dateline.ingest.opml.OpmlList.LeftOut;
import dev.dateline.ingest.text.Ampersands;
import dev.dateline.ingest.text.CanonicalUrl;
import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.LanguageTag;
import dev.dateline.ingest.text.TextCharset;
import dev.dateline.ingest.text.XmlCharset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads OPML 1.0 and 2.0 (opml.org) leniently: every outline with the address of a feed counts,
 * however the XML around it is broken, and what looks like one and is none is named. A document
 * type is passed over and its entities are not expanded.
 */
public final class OpmlReader {

  private static final int DEEPEST = 256;
  private static final int LONGEST_TITLE = 300;

  /** How podcatchers and old readers write the addresses and names; the standard's first. */
  private static final List<String> SITE = List.of("htmlUrl", "siteUrl");

  private static final List<String> TITLE = List.of("title", "text");

  private OpmlReader() {}

  /**
   * The feeds that a list names, and what it holds besides.
   *
   * @throws UnreadableOpmlException where the bytes hold no outline
   */
  public static OpmlList read(byte[] bytes) throws UnreadableOpmlException {
    String text = TextCharset.decode(bytes, XmlCharset.declared(bytes)).text();
    Document document =
        Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(Ampersands.escaped(text), "");
    List<Element> outlines = new ArrayList<>();
    document.stream()
        .filter(element -> element.normalName().equals("outline"))
        .forEach(outlines::add);
    if (outlines.isEmpty() && document.selectFirst("opml") == null) {
      throw new UnreadableOpmlException(
          "It is no OPML: it holds neither <opml> nor an <outline>. Export the list again as OPML.");
    }
    Map<String, OpmlSource> sources = new LinkedHashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Element outline : outlines) {
      OutlineAddress address = OutlineAddress.of(outline, attribute(outline, TITLE));
      address.feed().ifPresent(feed -> sources.putIfAbsent(feed, source(outline, feed)));
      address.leftOut().ifPresent(leftOut::add);
    }
    return new OpmlList(List.copyOf(sources.values()), leftOut);
  }

  private static OpmlSource source(Element outline, String feed) {
    List<String> folders = new ArrayList<>();
    for (Element around = outline.parent(); around != null; around = around.parent()) {
      String title = around.normalName().equals("outline") ? attribute(around, TITLE) : "";
      if (!title.isEmpty()) {
        folders.add(0, title);
      }
    }
    return new OpmlSource(
        attribute(outline, TITLE),
        feed,
        CanonicalUrl.of(attribute(outline, SITE)).orElse(null),
        LanguageTag.of(attribute(outline, List.of("language"))).orElse(null),
        folders);
  }

  /** The first of these attributes that says something, whatever its case; else empty. */
  private static String attribute(Element element, List<String> names) {
    return names.stream()
        .map(name -> CleanText.line(element.attributes().getIgnoreCase(name)))
        .filter(value -> !value.isEmpty())
        .map(value -> names == TITLE ? CleanText.cut(value, LONGEST_TITLE) : value)
        .findFirst()
        .orElse("");
  }
}
