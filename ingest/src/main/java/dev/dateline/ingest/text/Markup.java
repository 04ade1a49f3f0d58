package dev.dateline.ingest.text;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML as browsers do, with a bound on its depth. */
public final class Markup {

  private static final int DEEPEST = 256;

  private Markup() {}

  public static Document parse(String markup) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(markup, "");
  }
}
