package dev.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
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

  private MainText() {}

  /**
   * @param title the headline, which is no part of the text
   * @param stated the text as the page states it in metadata
   * @return prose; empty where the page has none
   */
  static String of(Document page, @Nullable String title, @Nullable String stated) {
    Element body = page.body();
    Document whole = page.clone();
    strip(body);
    String text = blocks(choose(body), title);
    if (text.length() < SHORTEST_MAIN_TEXT) {
      String all = blocks(body, title);
      text = all.length() > text.length() ? all : text;
    }
    if (text.isEmpty()) {
      whole.select("script, style, noscript, template, nav, footer").remove();
      text = blocks(whole.body(), title);
    }
    String prose = stated == null ? "" : CleanText.prose(HtmlText.prose(keepLines(stated)));
    return prose.length() > 2 * text.length() ? prose : text;
  }

  private static String keepLines(String stated) {
    return stated.indexOf('<') >= 0 ? stated : stated.replace("\n", "<br>");
  }

  private static void strip(Element body) {
    List<Element> furniture = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && element != body && Boilerplate.is(element)) {
            furniture.add(element);
          }
        },
        body);
    furniture.forEach(Node::remove);
  }

  /** The marked-up article body where it is there, else the densest element. */
  private static Element choose(Element body) {
    Map<Element, Double> scores = score(body);
    for (String mark : new String[] {"[itemprop~=articleBody]", "article", "main", "[role=main]"}) {
      Element best = best(body.select(mark), scores);
      if (best != null && textLength(best) >= SHORTEST_MAIN_TEXT) {
        Element inner = best(best.getAllElements(), scores);
        return inner == null || textLength(inner) * 10 < textLength(best) * 7 ? best : inner;
      }
    }
    Element best = best(body.getAllElements(), scores);
    return best == null ? body : best;
  }

  private static @Nullable Element best(List<Element> elements, Map<Element, Double> scores) {
    Element best = null;
    double bestScore = 0;
    for (Element element : elements) {
      double score = scores.getOrDefault(element, 0.0);
      if (score > bestScore) {
        best = element;
        bestScore = score;
      }
    }
    return best;
  }

  /** Running text counts for the element around its paragraph, and by half for the next one. */
  private static Map<Element, Double> score(Element body) {
    Map<Element, Double> scores = new IdentityHashMap<>();
    for (Element block : body.select("p, pre, blockquote, div, section, td, li, article, main")) {
      int own = ownTextLength(block);
      if (own < 25 || linkDensity(block) > MOST_LINKS) {
        continue;
      }
      boolean paragraph = block.normalName().equals("p") || block.normalName().equals("pre");
      Element around = paragraph ? block.parent() : block;
      double weight = 1 + Math.min(own / 100.0, 10);
      for (double share = 1; around != null && share > 0.2; share /= 2) {
        scores.merge(around, weight * share, Double::sum);
        around = around == body ? null : around.parent();
      }
    }
    return scores;
  }

  private static String blocks(Element root, @Nullable String title) {
    Paragraphs paragraphs = new Paragraphs(root, title == null ? "" : title);
    NodeTraversor.traverse(paragraphs, root);
    paragraphs.end();
    return CleanText.prose(String.join("\n\n", paragraphs.kept));
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

  /** Gathers the text between the borders of blocks. */
  private static final class Paragraphs implements NodeVisitor {

    private final Element root;
    private final String title;
    private final List<String> kept = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int furniture;
    private int linked;
    private int heading;

    Paragraphs(Element root, String title) {
      this.root = root;
      this.title = title;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (isFurniture(element)) {
          furniture++;
        } else if (element.normalName().equals("br")) {
          current.append('\n');
        } else if (element.isBlock() || isCell(element)) {
          end();
          heading += isHeading(element) ? 1 : 0;
        }
      } else if (node instanceof TextNode text) {
        append(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element != root) {
        if (isFurniture(element)) {
          furniture--;
        } else if (element.isBlock() || isCell(element)) {
          end();
          heading -= isHeading(element) ? 1 : 0;
        }
      }
    }

    /** Links and times: a block made of them is no paragraph. */
    private static boolean isFurniture(Element element) {
      return element.normalName().equals("a") || element.normalName().equals("time");
    }

    private static boolean isCell(Element element) {
      return element.normalName().equals("td") || element.normalName().equals("li");
    }

    private static boolean isHeading(Element element) {
      String name = element.normalName();
      return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!space) {
          current.append(c);
          linked += furniture > 0 ? 1 : 0;
        } else if (!current.isEmpty() && !CleanText.isSpace(current.charAt(current.length() - 1))) {
          current.append(' ');
        }
      }
    }

    void end() {
      String text = CleanText.prose(current.toString());
      boolean links = linked > text.length() * MOST_LINKS;
      current.setLength(0);
      linked = 0;
      if (text.isEmpty() || links) {
        return;
      }
      if ((heading > 0 || kept.isEmpty()) && CleanText.line(text).equals(title)) {
        return;
      }
      kept.add(text);
    }
  }
}
