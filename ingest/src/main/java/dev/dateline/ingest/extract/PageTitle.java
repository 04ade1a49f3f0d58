package dev.dateline.ingest.extract;

import java.util.List;

/** Takes the name of the site, which pages put before or after their titles, off again. */
final class PageTitle {

  private static final String[] SEPARATORS = {
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " ‹ ", " / ", "-", "_"
  };
  private static final int MOST_WORDS_OF_A_SITE = 4;

  private PageTitle() {}

  /**
   * @param title as metadata give it
   * @param headings of the page
   * @param sites names of the site, where the page tells them
   * @return the part of the title that a heading repeats or that is left without the site's name
   */
  static String of(String title, List<String> headings, List<String> sites) {
    for (String separator : SEPARATORS) {
      int first = title.indexOf(separator);
      if (first < 0) {
        continue;
      }
      int last = title.lastIndexOf(separator);
      String start = title.substring(0, last).strip();
      String rest = title.substring(first + separator.length()).strip();
      String end = title.substring(last + separator.length()).strip();
      if (headings.contains(start) || isAnyOf(sites, end)) {
        return start;
      }
      String before = title.substring(0, first).strip();
      if (headings.contains(rest) || isAnyOf(sites, before)) {
        return rest;
      }
      if (headings.contains(before) || isAnyOf(sites, rest)) {
        return before;
      }
      if (isAnyOf(sites, start)) {
        return end;
      }
    }
    int bar = title.lastIndexOf(" | ");
    return bar > 0 && isShort(title.substring(bar + 3)) ? title.substring(0, bar).strip() : title;
  }

  /** A heading without what stands behind its last bar, where a title says only the rest. */
  static String withoutBar(String heading, List<String> titles) {
    int bar = heading.lastIndexOf(" | ");
    String rest = bar < 0 ? "" : heading.substring(0, bar).strip();
    return titles.stream().anyMatch(title -> title.strip().equalsIgnoreCase(rest)) ? rest : heading;
  }

  private static boolean isAnyOf(List<String> sites, String name) {
    return sites.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static boolean isShort(String site) {
    return site.split(" ").length <= MOST_WORDS_OF_A_SITE;
  }

  /** The same for a title element of which nothing is known: a short last part is the site. */
  static String guess(String title) {
    for (int i = 0; i < SEPARATORS.length - 2; i++) {
      int at = title.lastIndexOf(SEPARATORS[i]);
      String site = at < 0 ? "" : title.substring(at + SEPARATORS[i].length());
      if (at > site.length() && isShort(site)) {
        return title.substring(0, at);
      }
    }
    return title;
  }
}
