package dev.dateline.ingest.extract;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Knows the marks of footnotes, which would stick to the words before them. */
final class FootnoteMark {

  private static final Pattern MARK = Pattern.compile("[\\[(]?(?:\\d{1,3}|[a-z*†‡])[\\])]?");

  private FootnoteMark() {}

  /**
   * Whether an element is a raised number, letter or sign that links to a place on the same page.
   */
  static boolean is(Element element) {
    return element.normalName().equals("sup")
        && PageParts.isSmall(element)
        && MARK.matcher(element.text().strip()).matches()
        && (element.selectFirst("a[href*=#]") != null || element.closest("a[href*=#]") != null);
  }
}
