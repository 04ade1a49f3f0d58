package dev.dateline.ingest.extract;

import static org.jsoup.select.NodeFilter.FilterResult.CONTINUE;
import static org.jsoup.select.NodeFilter.FilterResult.SKIP_ENTIRELY;
import static org.jsoup.select.NodeFilter.FilterResult.STOP;

import dev.dateline.ingest.text.CleanText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Where on a page a main text begins that was found on it.
 *
 * @param letters the first letters and digits of the text
 */
record TextStart(String letters) {

  private static final int COMPARED = 60;
  private static final int LONGEST_LINE = 1_500;
  private static final int MOST_NODES = 100;

  /**
   * @param text paragraphs with an empty line between them
   */
  static TextStart of(String text) {
    int end = text.indexOf("\n\n");
    return new TextStart(letters(CleanText.cut(end < 0 ? text : text.substring(0, end), COMPARED)));
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  /** Whether the text begins in a block, not in a block inside of it. */
  boolean isAt(Element block) {
    return block.isBlock() && isIn(line(block));
  }

  /** Whether the text begins with what a line begins with. */
  boolean isIn(String line) {
    return !isEmpty() && letters(CleanText.cut(line, 2 * COMPARED)).startsWith(letters);
  }

  /** What is compared, since line breaks and spaces are not the same in both. */
  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  /**
   * Text of the element and its inline children on one line, not of the blocks inside it; the start
   * of a long one.
   */
  static String line(Element element) {
    StringBuilder out = new StringBuilder();
    int[] nodes = {0};
    element.filter(
        (node, depth) -> {
          if (++nodes[0] > MOST_NODES || out.length() > LONGEST_LINE) {
            return STOP;
          }
          if (node instanceof TextNode text) {
            out.append(CleanText.cut(text.getWholeText(), LONGEST_LINE + 1));
          } else if (node instanceof Element inner && inner != element) {
            out.append(inner.normalName().equals("br") ? " " : "");
            return inner.isBlock() ? SKIP_ENTIRELY : CONTINUE;
          }
          return CONTINUE;
        });
    return CleanText.line(out.toString());
  }
}
