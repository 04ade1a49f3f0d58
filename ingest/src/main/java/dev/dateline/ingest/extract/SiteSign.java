package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells the sign of the site from the headline where a page has both as headings. */
final class SiteSign {

  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|·•»]+\\s+|\\|");
  private static final int MOST_PARTS = 10;
  private static final int MOST_HEADINGS = 100;
  private static final int MOST_WORDS = 4;

  private SiteSign() {}

  /**
   * The first heading, where it says the short end of the title of the page, and a lower heading
   * behind it says the longer beginning.
   *
   * @param title as the title element has it, as in {@code Quay opens | Local | The Herald}
   */
  static Optional<String> in(String title, Document page) {
    String[] parts = SEPARATOR.split(title, MOST_PARTS);
    String end = parts[parts.length - 1].strip();
    String beginning = parts[0].strip();
    if (end.isEmpty() || end.length() >= beginning.length() || end.split(" ").length > MOST_WORDS) {
      return Optional.empty();
    }
    List<Element> headings = page.select("h1, h2").stream().limit(MOST_HEADINGS).toList();
    int sign = indexOf(headings, "h1", end);
    return sign >= 0 && sign < indexOf(headings, "h2", beginning)
        ? Optional.of(end)
        : Optional.empty();
  }

  private static int indexOf(List<Element> headings, String level, String text) {
    for (int i = 0; i < headings.size(); i++) {
      Element heading = headings.get(i);
      if (heading.normalName().equals(level)
          && CleanText.line(heading.text()).equalsIgnoreCase(text)) {
        return i;
      }
    }
    return -1;
  }
}
