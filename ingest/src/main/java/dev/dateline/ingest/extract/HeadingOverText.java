package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the heading that stands over the main text: the headline of a page whose titles name its
 * site or its section and are shown nowhere on it.
 */
final class HeadingOverText {

  private static final int MOST_BETWEEN = 60;
  private static final int LONGEST = 400;

  private HeadingOverText() {}

  /**
   * The nearest heading before the first sentence of the text, or before what it begins with.
   *
   * @param text main text of the page, as it was found without a headline
   */
  static Optional<String> of(Document page, String text) {
    TextStart start = TextStart.of(text);
    List<Element> elements = page.body().getAllElements();
    String heading = null;
    int at = 0;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      if (isHeading(element)) {
        heading = CleanText.line(element.text());
        at = i;
      }
      if (heading != null && i - at > MOST_BETWEEN) {
        heading = null;
      }
      if (start.isAt(element)) {
        return Optional.ofNullable(heading);
      }
    }
    return Optional.empty();
  }

  private static boolean isHeading(Element element) {
    return element.normalName().matches("h[1-6]")
        && PageParts.isSmall(element)
        && element.hasText()
        && element.text().length() <= LONGEST
        && element.closest("nav") == null
        && !HeadingPlace.isOfSite(element)
        && !PageParts.isAside(element);
  }
}
