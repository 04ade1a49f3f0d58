package dev.dateline.ingest.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Turns markup into paragraphs of plain text. */
public final class HtmlText {

  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head");

  private HtmlText() {}

  /** The text of a fragment that holds nothing but an article. */
  public static String prose(String markup) {
    return prose(Markup.parse(markup).body());
  }

  /** The text of a fragment on one line. */
  public static @Nullable String line(@Nullable String markup) {
    return markup == null ? null : CleanText.line(prose(markup));
  }

  /** The text below an element, one paragraph a block. */
  public static String prose(Element root) {
    Collector collector = new Collector();
    NodeTraversor.traverse(collector, root);
    return CleanText.prose(collector.out.toString());
  }

  /** Blocks and line breaks end a line; white space is that of the markup, collapsed. */
  private static final class Collector implements NodeVisitor {

    private final StringBuilder out = new StringBuilder();
    private int silent;
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        silent += SILENT.contains(element.normalName()) ? 1 : 0;
        preformatted += element.normalName().equals("pre") ? 1 : 0;
        mark(element);
      } else if (node instanceof TextNode text && silent == 0) {
        append(text.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        silent -= SILENT.contains(element.normalName()) ? 1 : 0;
        preformatted -= element.normalName().equals("pre") ? 1 : 0;
        if (!element.normalName().equals("br")) {
          mark(element);
        }
      }
    }

    private void mark(Element element) {
      if (silent > 0) {
        return;
      }
      switch (element.normalName()) {
        case "br" -> out.append('\n');
        case "td", "th" -> out.append(' ');
        case "tr", "dt" -> out.append('\n');
        default -> {
          if (element.isBlock()) {
            out.append("\n\n");
          }
        }
      }
    }

    private void append(String text) {
      if (preformatted > 0) {
        out.append(text);
        return;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!space) {
          out.append(c);
        } else if (!out.isEmpty() && !CleanText.isSpace(out.charAt(out.length() - 1))) {
          out.append(' ');
        }
      }
    }
  }
}
