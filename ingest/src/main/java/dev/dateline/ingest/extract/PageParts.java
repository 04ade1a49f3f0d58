package dev.dateline.ingest.extract;

import static org.jsoup.select.NodeFilter.FilterResult.CONTINUE;
import static org.jsoup.select.NodeFilter.FilterResult.STOP;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Tells the parts of a page that are not about its article. */
final class PageParts {

  private static final int HIGHEST = 8;
  private static final int MOST_NODES = 60;
  private static final int MOST_NODES_AROUND = 2_000;

  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)(?<![a-z])(?:comments?(?![-_]?(?:open|closed|link|count|s-))|commentlist|respond|related|sidebar|widget"
              + "|recommend\\w*|newsletter|read-?more|popular|calendar|archives?|teasers?)(?![a-z])|^footer|site-?footer");

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?i)(?<![a-z])(?:comments?|commentlist|respond|replies|kommentare?)(?![a-z])");

  private PageParts() {}

  /**
   * Whether an element holds few others, so that its text is worth looking at: to read the text of
   * each of many nested elements takes the square of their number.
   */
  static boolean isSmall(Element element) {
    int[] nodes = {0};
    return element.filter((node, depth) -> ++nodes[0] > MOST_NODES ? STOP : CONTINUE) != null
        && nodes[0] <= MOST_NODES;
  }

  /** Whether an element stands among the comments of readers. */
  static boolean isComment(Element element) {
    return Stream.iterate(element, at -> at != null, Element::parent)
        .filter(at -> !at.normalName().equals("body"))
        .anyMatch(at -> COMMENT.matcher(at.className()).find() || COMMENT.matcher(at.id()).find());
  }

  /**
   * Whether a first heading, or no more than one whole article, is among the first nodes of an
   * element: all are too many to look at.
   */
  private static boolean holdsArticle(Element element) {
    int[] nodes = {0};
    boolean[] found = {false};
    int[] articles = {0};
    element.filter(
        (node, depth) -> {
          found[0] |= node.nodeName().equals("h1");
          articles[0] += node instanceof Element one && isArticle(one) ? 1 : 0;
          return found[0] || ++nodes[0] > MOST_NODES_AROUND ? STOP : CONTINUE;
        });
    return found[0] || articles[0] == 1;
  }

  /** Whether schema.org or the microformat of entries says that an element is an article. */
  private static boolean isArticle(Element element) {
    return JsonLd.isArticleType(element.attr("itemtype").strip()) || element.hasClass("hentry");
  }

  /**
   * Whether an element stands in comments, a side column, a list of other articles. What is around
   * the first heading or the only article is none of these, whatever it is called: {@code
   * content-sidebar-wrap}, {@code widget Blog}.
   */
  static boolean isAside(Element element) {
    return Stream.iterate(element, at -> at != null, Element::parent)
        .limit(HIGHEST)
        .filter(at -> !at.normalName().equals("body") && !at.normalName().equals("html"))
        .anyMatch(
            at ->
                at.normalName().equals("footer") && at.closest("article") == null
                    || (ASIDE.matcher(at.className()).find() || ASIDE.matcher(at.id()).find())
                        && !holdsArticle(at));
  }
}
