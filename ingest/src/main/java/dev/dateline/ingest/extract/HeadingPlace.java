package dev.dateline.ingest.extract;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Tells by their place which headings of a page are not that of its article. */
final class HeadingPlace {

  private static final int HIGHEST = 6;

  /** From so many alike on, headings that are links are a list of other articles. */
  private static final int LEAST_OF_A_LIST = 3;

  private static final Pattern SITE =
      Pattern.compile(
          "(?i)(?<![a-z])(?:logo|brand|site-?(?:title|name|header)|blog-?title|masthead)");

  private static final Pattern HOME =
      Pattern.compile("/|\\./|(?i)https?://[^/]+/?(?:index\\.\\w+)?");

  private static final Pattern PATH = Pattern.compile("(?i)bread-?_?crumb");

  private HeadingPlace() {}

  /** Whether a heading is the sign of the whole site: in its logo, or a link to its home page. */
  static boolean isOfSite(Element heading) {
    Element inside = heading.selectFirst("a[href]");
    Element link = inside == null ? heading.closest("a[href]") : inside;
    Element around = heading.parent();
    return link != null && HOME.matcher(link.attr("href")).matches()
        || SITE.matcher(heading.className()).find()
        || SITE.matcher(heading.id()).find()
        || around != null && SITE.matcher(around.className()).find();
  }

  /**
   * Whether a heading is the last step of the path to the page, where many write the title for
   * search engines, and over the article the headline for readers.
   */
  static boolean isOfPath(Element heading) {
    return Stream.iterate(heading, at -> at != null, Element::parent)
        .limit(HIGHEST)
        .filter(at -> !at.normalName().equals("body") && !at.normalName().equals("html"))
        .anyMatch(
            at ->
                PATH.matcher(at.className()).find()
                    || PATH.matcher(at.id()).find()
                    || PATH.matcher(at.attr("itemtype")).find()
                    || PATH.matcher(at.attr("aria-label")).find());
  }

  /** The headings without those that are links and of which several are called the same. */
  static List<Element> withoutLists(List<Element> headings) {
    Map<String, Long> alike =
        headings.stream()
            .filter(HeadingPlace::isCalledLink)
            .collect(Collectors.groupingBy(HeadingPlace::name, Collectors.counting()));
    Function<Element, Long> number = one -> alike.getOrDefault(name(one), 0L);
    return headings.stream()
        .filter(one -> !isCalledLink(one) || number.apply(one) < LEAST_OF_A_LIST)
        .toList();
  }

  private static boolean isCalledLink(Element heading) {
    return !heading.normalName().equals("h1")
        && !heading.className().isBlank()
        && (heading.selectFirst("a[href]") != null || heading.closest("a[href]") != null);
  }

  private static String name(Element heading) {
    return heading.normalName() + " " + heading.className();
  }
}
