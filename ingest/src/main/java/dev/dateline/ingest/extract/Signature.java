package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds the name with which an article is signed below its last paragraph. */
final class Signature {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_WORDS = 3;
  private static final int MOST_ELEMENTS = 300;

  /** How much of an article stands before its signature, so that it is not a list of people. */
  private static final int LEAST_PARAGRAPHS = 3;

  private static final int SHORTEST_PARAGRAPH = 80;

  private static final String SET_APART =
      "em, i, b, strong, [align=right], [style~=(?i)text-align:\\s*right]";

  private Signature() {}

  /**
   * The name that stands alone, set apart by its style, in the last line of the text or in the last
   * of several paragraphs.
   *
   * @param text main text of the page
   */
  static Optional<String> of(Document page, String text) {
    String last = CleanText.line(text.substring(text.lastIndexOf('\n') + 1));
    return page.select(SET_APART).stream()
        .limit(MOST_ELEMENTS)
        .filter(PageParts::isSmall)
        .flatMap(element -> Stream.of(element).filter(one -> signs(one, last)))
        .map(element -> CleanText.line(element.text()))
        .findFirst();
  }

  private static boolean signs(Element element, String last) {
    String name = CleanText.line(element.text());
    return isName(name) && (name.equals(last) || closes(element, name));
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME
        && text.split(" ").length <= MOST_WORDS
        && AuthorLine.isWrittenAsName(text);
  }

  /** Whether an element is all of the paragraph that is the last behind several long ones. */
  private static boolean closes(Element element, String name) {
    Element paragraph = element.closest("p");
    return paragraph != null
        && CleanText.line(paragraph.text()).equals(name)
        && Stream.iterate(paragraph.nextSibling(), node -> node != null, node -> node.nextSibling())
            .allMatch(
                node ->
                    node instanceof TextNode text
                        ? text.isBlank()
                        : !(node instanceof Element after) || !after.hasText())
        && Stream.iterate(
                    paragraph.previousElementSibling(),
                    before -> before != null,
                    Element::previousElementSibling)
                .limit(LEAST_PARAGRAPHS)
                .filter(before -> before.normalName().equals("p"))
                .filter(before -> before.text().length() >= SHORTEST_PARAGRAPH)
                .count()
            == LEAST_PARAGRAPHS
        && !PageParts.isAside(paragraph);
  }
}
