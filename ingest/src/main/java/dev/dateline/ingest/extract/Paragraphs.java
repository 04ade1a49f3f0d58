package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Gathers the text between the borders of blocks. */
final class Paragraphs implements NodeVisitor {

  private static final double MOST_LINKS = 0.5;
  private static final int TEXT = 7;

  private final Element root;
  private final String title;
  private final List<Part> kept = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int furniture;
  private int linked;
  private int preformatted;
  private int level = TEXT;

  private Paragraphs(Element root, String title) {
    this.root = root;
    this.title = title;
  }

  /** The paragraphs below an element, without its title and without blocks of links. */
  static String of(Element root, String title) {
    Paragraphs paragraphs = new Paragraphs(root, title);
    NodeTraversor.traverse(paragraphs, root);
    paragraphs.end();
    return CleanText.prose(String.join("\n\n", paragraphs.withoutIdleHeadings()));
  }

  /**
   * A paragraph or a heading.
   *
   * @param level 1 to 6 of a heading; {@link #TEXT} of a paragraph
   */
  private record Part(String text, int level) {}

  /** The texts, but for headings over nothing: what stood below them was links. */
  private List<String> withoutIdleHeadings() {
    Deque<String> texts = new ArrayDeque<>();
    int below = 0;
    for (int i = kept.size() - 1; i >= 0; i--) {
      Part part = kept.get(i);
      if (part.level == TEXT || part.level < below) {
        texts.addFirst(part.text);
        below = part.level;
      }
    }
    return List.copyOf(texts);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      preformatted += element.normalName().equals("pre") ? 1 : 0;
      if (isFurniture(element)) {
        furniture++;
      } else if (element.normalName().equals("br")) {
        current.append('\n');
      } else if (element.isBlock() || isCell(element)) {
        end();
        level = isHeading(element) ? element.normalName().charAt(1) - '0' : level;
      }
    } else if (node instanceof TextNode text) {
      append(text.getWholeText());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      preformatted -= element.normalName().equals("pre") ? 1 : 0;
    }
    if (node instanceof Element element && element != root) {
      if (isFurniture(element)) {
        furniture--;
      } else if (element.isBlock() || isCell(element)) {
        end();
        level = isHeading(element) ? TEXT : level;
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
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
      if (!space || c == '\n' && preformatted > 0) {
        current.append(c);
        linked += furniture > 0 ? 1 : 0;
      } else if (!current.isEmpty() && !CleanText.isSpace(current.charAt(current.length() - 1))) {
        current.append(' ');
      }
    }
  }

  private void end() {
    String text = CleanText.prose(current.toString());
    boolean links = linked > text.length() * MOST_LINKS;
    current.setLength(0);
    linked = 0;
    if (text.isEmpty() || links) {
      return;
    }
    if ((level < TEXT || kept.isEmpty()) && CleanText.line(text).equals(title)) {
      return;
    }
    kept.add(new Part(text, level));
  }
}
