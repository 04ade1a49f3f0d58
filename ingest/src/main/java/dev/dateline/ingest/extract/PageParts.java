package dev.dateline.ingest.extract;

import static org.jsoup.select.NodeFilter.FilterResult.CONTINUE;
import static org.jsoup.select.NodeFilter.FilterResult.STOP;

import dev.dateline.ingest.text.CleanText;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells the parts of a page that are not about its article. */
final class PageParts {

  private static final int HIGHEST = 8;
  private static final int MOST_NODES = 60;
  private static final int MOST_NODES_AROUND = 2_000;

  private static final String COMMENTS = "comments?(?![-_]?(?:open|closed|link|count|s-))";

  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)(?<![a-z])(?:"
              + COMMENTS
              + "|commentlist|respond|related|sidebar|widget"
              + "|recommend\\w*|newsletter|read-?more|popular|calendar|archives?|teasers?)(?![a-z])|^footer|site-?footer");

  /** What a class says of the parts of an element, which is not what the element is. */
  private static final Pattern LAYOUT =
      Pattern.compile("(?i)(?<![\\w-])(?:has|with|without|no|hide|show)-[\\w-]+");

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?i)(?<![a-z])(?:" + COMMENTS + "|commentlist|respond|replies|kommentare?)(?![a-z])");

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

  /** What the classes of an element say that it is. */
  private static String kind(Element element) {
    return LAYOUT.matcher(element.className()).replaceAll("");
  }

  /** Whether an element stands among the comments of readers. */
  static boolean isComment(Element element) {
    return Stream.iterate(element, at -> at != null, Element::parent)
        .filter(at -> !at.normalName().equals("body"))
        .anyMatch(at -> COMMENT.matcher(kind(at)).find() || COMMENT.matcher(at.id()).find());
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
    return LinkedNodes.isArticleType(element.attr("itemtype").strip())
        || element.hasClass("hentry");
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
                    || (ASIDE.matcher(kind(at)).find() || ASIDE.matcher(at.id()).find())
                        && !holdsArticle(at));
  }

  private static boolean isLink(Element heading) {
    return heading.selectFirst("a[href]") != null || heading.closest("a[href]") != null;
  }

  /**
   * Whether an element stands in the teaser of another article: the nearest heading around it is a
   * link and not the headline.
   *
   * @param title headline of the article
   */
  static boolean isOfTeaser(Element element, @Nullable String title) {
    return Stream.iterate(element, at -> at != null && isSmall(at), Element::parent)
        .limit(HIGHEST)
        .flatMap(at -> Stream.ofNullable(at.selectFirst("h1, h2, h3, h4")))
        .findFirst()
        .filter(heading -> !heading.normalName().equals("h1") && isLink(heading))
        .map(heading -> CleanText.line(heading.text()))
        .filter(text -> title == null || !text.contains(title) && !title.contains(text))
        .isPresent();
  }
}
