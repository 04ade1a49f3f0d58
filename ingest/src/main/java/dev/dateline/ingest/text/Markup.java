package dev.dateline.ingest.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parses HTML as browsers do, with a bound on its depth. */
public final class Markup {

  private static final int DEEPEST = 256;

  private Markup() {}

  public static Document parse(String markup) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(markup, "");
  }

  /** What relative addresses on a page are relative to; null where that is not known. */
  public static @Nullable String base(Document page, @Nullable String address) {
    Element base = page.selectFirst("base[href]");
    return base == null
        ? address
        : CanonicalUrl.resolve(address, base.attr("href")).orElse(address);
  }
}
