package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.HtmlText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the main text of a page: furniture is cut off, the element that holds the most running text
 * is chosen, its blocks become paragraphs.
 */
final class MainText {

  private static final int SHORTEST_MAIN_TEXT = 200;
  private static final double MOST_LINKS = 0.5;
  private static final double MOST_OF_THE_TEXT = 0.85;
  private static final double MOST_OF_MARKED_TEXT = 0.6;
  private static final int SHORTEST_RUNNING_TEXT = 80;
  private static final int LEAST_OF_A_GALLERY = 3;
  private static final int MOST_OF_A_GALLERY = 500;
  private static final int LONGEST_RUNNING_TEXT = 1_000;

  /** What looks like furniture and holds more than this part of a page's text is none. */
  private static final double LARGEST_FURNITURE = 0.35;

  private MainText() {}

  /**
   * @param title the headline, which is no part of the text
   * @param stated the text as the page states it in metadata
   * @return prose; empty where the page has none
   */
  static String of(Document page, @Nullable String title, @Nullable String stated) {
    Element body = page.body();
    List<Element> captions =
        body.select("figcaption").stream().filter(one -> !PageParts.isAside(one)).toList();
    remove(body, one -> Boilerplate.is(one) || FootnoteMark.is(one));
    Element all = body.clone();
    Map<Element, Integer> lengths = textLengths(body);
    int most = (int) (lengths.getOrDefault(body, 0) * LARGEST_FURNITURE);
    remove(body, e -> Boilerplate.isSuspect(e) && lengths.getOrDefault(e, 0) <= most);
    String text = blocks(choose(body), title);
    if (text.length() < SHORTEST_MAIN_TEXT) {
      text = longer(text, blocks(body, title));
      text = longer(text, blocks(choose(all), title));
      text = longer(text, text.isEmpty() ? blocks(all, title) : "");
      text = longer(text, captions(captions));
    }
    String prose = stated == null ? "" : HtmlText.prose(keepLines(stated));
    return prose.length() > 2 * text.length() ? prose : withLead(all, title, text);
  }

  private static String withLead(Element all, @Nullable String title, String text) {
    List<String> parts = new ArrayList<>();
    if (title != null) {
      parts.addAll(Lead.of(all, title, text));
    }
    parts.add(text);
    return String.join("\n\n", parts);
  }

  private static String longer(String one, String other) {
    return other.length() > one.length() ? other : one;
  }

  /** What is written below the pictures of a gallery, which has no other text. */
  private static String captions(List<Element> captions) {
    return captions.size() < LEAST_OF_A_GALLERY
        ? ""
        : captions.stream()
            .limit(MOST_OF_A_GALLERY)
            .map(caption -> blocks(caption, null))
            .distinct()
            .collect(Collectors.joining("\n\n"));
  }

  private static String keepLines(String stated) {
    return stated.indexOf('<') >= 0 ? stated : stated.replace("\n", "<br>");
  }

  private static void remove(Element body, Predicate<Element> condition) {
    List<Element> furniture = new ArrayList<>();
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof Element element && element != body && condition.test(element)) {
            furniture.add(element);
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          return NodeFilter.FilterResult.CONTINUE;
        },
        body);
    furniture.forEach(Node::remove);
  }

  /** How much text is below each element, counted once for all. */
  private static Map<Element, Integer> textLengths(Element body) {
    Map<Element, Integer> lengths = new IdentityHashMap<>();
    NodeTraversor.traverse(
        new NodeVisitor() {
          private int seen;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              lengths.put(element, -seen);
            } else if (node instanceof TextNode text && !text.isBlank()) {
              seen += text.getWholeText().length();
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              lengths.merge(element, seen, Integer::sum);
            }
          }
        },
        body);
    return lengths;
  }

  /** The innermost element that holds most of the running text of what is around it. */
  private static Element choose(Element body) {
    Map<Element, Double> weights = weigh(body);
    Element chosen = body;
    Element inner = body;
    while (inner != null) {
      chosen = inner;
      double all = weights.getOrDefault(chosen, 0.0);
      inner = null;
      for (Element child : chosen.children()) {
        double enough = all * (isMarked(child) ? MOST_OF_MARKED_TEXT : MOST_OF_THE_TEXT);
        if (weights.getOrDefault(child, 0.0) > enough && !isParagraph(child)) {
          inner = child;
        }
      }
    }
    return chosen;
  }

  /** The running text below each element: long paragraphs count, short ones and links do not. */
  private static Map<Element, Double> weigh(Element body) {
    Map<Element, Double> weights = new IdentityHashMap<>();
    for (Element block : body.select("p, pre, blockquote, div, section, td, li, article, main")) {
      int own = ownTextLength(block);
      if (own < SHORTEST_RUNNING_TEXT || linkDensity(block) > MOST_LINKS) {
        continue;
      }
      double weight = Math.min(own, LONGEST_RUNNING_TEXT);
      for (Element around = block; around != null; around = around.parent()) {
        weights.merge(around, weight, Double::sum);
      }
    }
    return weights;
  }

  /** Whether the page itself says that the article is here. */
  private static boolean isMarked(Element element) {
    return element.normalName().equals("article")
        || element.normalName().equals("main")
        || element.attr("role").equals("main")
        || element.attr("itemprop").contains("articleBody");
  }

  private static boolean isParagraph(Element element) {
    return element.normalName().equals("p") || element.normalName().equals("pre");
  }

  private static String blocks(Element root, @Nullable String title) {
    return Paragraphs.of(root, title == null ? "" : title);
  }

  private static int textLength(Element element) {
    return element.text().length();
  }

  /** Text of the element and its inline children, not of the blocks inside it. */
  private static int ownTextLength(Element element) {
    int length = 0;
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        length += text.isBlank() ? 0 : text.text().length();
      } else if (child instanceof Element inner && !inner.isBlock()) {
        length += inner.text().length();
      }
    }
    return length;
  }

  private static double linkDensity(Element element) {
    int all = textLength(element);
    return all == 0 ? 0 : (double) element.select("a").text().length() / all;
  }
}
