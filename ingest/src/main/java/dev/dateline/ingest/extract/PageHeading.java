package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline that a page shows over its article: the heading that says most of what the
 * page's metadata give as its title. What is shown is the headline; what stands in metadata is
 * often written for search engines and other sites.
 */
final class PageHeading {

  private static final int MOST_HEADINGS = 300;
  private static final int LONGEST = 400;

  /** How much a heading is trusted by its level alone, against 1 for the very words of a title. */
  private static final double FIRST_LEVEL = 0.35;

  private static final double SECOND_LEVEL = 0.1;
  private static final double ONLY_ONE = 0.2;
  private static final double MARKED_AS_HEADLINE = 0.35;
  private static final double PART_OF_A_TITLE = 0.9;
  private static final double WHOLE = 0.01;
  private static final double ENOUGH = 0.5;

  /** Fewer words than these may be part of a title by chance, or be the name of the site. */
  private static final int LEAST_WORDS_OF_A_PART = 4;

  /** Words over the headline that are none of it. */
  private static final Pattern KICKER =
      Pattern.compile(
          "(?i)kicker|overline|topline|dachzeile|roofline|overhead|eyebrow|spitzmarke|supertitle"
              + "|supra|pretitle|prefix|category|rubri|label|badge|date|hidden|visually|sr-only");

  private static final Pattern SITE =
      Pattern.compile(
          "(?i)(?<![a-z])(?:logo|brand|site-?(?:title|name|header)|blog-?title|masthead)");

  private static final Pattern HOME =
      Pattern.compile("/|\\./|(?i)https?://[^/]+/?(?:index\\.\\w+)?");

  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|·•»:]+\\s+|:\\s+|\\|");

  private final Set<Set<String>> titles;
  private final Set<Set<String>> ends;
  private final Set<String> site;

  private PageHeading(List<String> titles, @Nullable String site) {
    this.titles = titles.stream().map(PageHeading::words).collect(Collectors.toSet());
    this.ends =
        titles.stream()
            .map(title -> SEPARATOR.split(title, 10))
            .filter(parts -> parts.length > 1)
            .map(parts -> words(parts[parts.length - 1]))
            .collect(Collectors.toSet());
    this.site = site == null ? Set.of() : words(site);
  }

  /**
   * The heading of the article.
   *
   * @param titles what metadata give as the title, also with the name of the site in it
   * @param site name of the site, where the page tells it
   */
  static Optional<String> of(Document page, List<String> titles, @Nullable String site) {
    PageHeading heading = new PageHeading(titles, site);
    List<Element> headings =
        page.select("h1, h2, h3, [itemprop~=(?i)^headline$]").stream()
            .limit(MOST_HEADINGS)
            .filter(one -> one.normalName().equals("h1") || !PageParts.isAside(one))
            .filter(one -> one.closest("nav") == null && !isOfSite(one))
            .toList();
    boolean onlyOne = headings.stream().filter(one -> one.normalName().equals("h1")).count() == 1;
    return headings.stream()
        .flatMap(one -> heading.readings(one, onlyOne))
        .filter(reading -> reading.score >= ENOUGH)
        .max(Comparator.comparingDouble(Reading::score))
        .map(Reading::text);
  }

  /** What a heading may be saying, and how much it is like a headline. */
  private record Reading(String text, double score) {}

  /** A heading as it stands, and without the part before or behind the headline. */
  private Stream<Reading> readings(Element heading, boolean onlyOne) {
    boolean first = heading.normalName().equals("h1");
    double trust =
        (first ? FIRST_LEVEL + (onlyOne && !isEndOfTitle(heading) ? ONLY_ONE : 0) : 0)
            + (heading.normalName().equals("h2") ? SECOND_LEVEL : 0)
            + (heading.attr("itemprop").contains("headline") ? MARKED_AS_HEADLINE : 0);
    List<String> parts = parts(heading);
    String whole = join(parts);
    Stream<Reading> all = Stream.of(new Reading(whole, trust + WHOLE + likeness(whole)));
    if (parts.size() > 1) {
      String behind = join(parts.subList(1, parts.size()));
      String before = join(parts.subList(0, parts.size() - 1));
      all =
          Stream.concat(
              all,
              Stream.of(
                  new Reading(behind, trust + likeness(behind)),
                  new Reading(before, trust + likeness(before))));
    }
    return all.filter(reading -> !reading.text.isEmpty() && reading.text.length() <= LONGEST)
        .filter(reading -> !words(reading.text).equals(site));
  }

  /** Whether a heading says what stands last in titles, where most have the name of the site. */
  private boolean isEndOfTitle(Element heading) {
    return ends.contains(words(heading.text()));
  }

  /** The texts of the elements and of the lines that a heading is made of, less the kicker. */
  private static List<String> parts(Element heading) {
    Element kept = heading.clone();
    kept.getAllElements().stream()
        .filter(part -> part != kept && KICKER.matcher(part.className()).find())
        .toList()
        .forEach(Node::remove);
    List<String> parts = texts(kept);
    return parts.isEmpty() ? texts(heading) : parts;
  }

  private static List<String> texts(Element heading) {
    Element top = heading;
    while (top.childNodeSize() == 1 && top.childrenSize() == 1) {
      top = top.child(0);
    }
    return top.childNodes().stream()
        .map(PageHeading::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String text(Node node) {
    return CleanText.line(node instanceof Element element ? element.text() : node.nodeValue());
  }

  private static String join(List<String> parts) {
    return CleanText.line(String.join(" ", parts));
  }

  /** Whether a heading is the sign of the whole site: in its logo, or a link to its home page. */
  private static boolean isOfSite(Element heading) {
    Element inside = heading.selectFirst("a[href]");
    Element link = inside == null ? heading.closest("a[href]") : inside;
    Element around = heading.parent();
    return link != null && HOME.matcher(link.attr("href")).matches()
        || SITE.matcher(heading.className()).find()
        || SITE.matcher(heading.id()).find()
        || around != null && SITE.matcher(around.className()).find();
  }

  /** How much a text is like the title that it is most like, 0 to 1. */
  private double likeness(String text) {
    Set<String> words = words(text);
    return titles.stream().mapToDouble(title -> likeness(words, title)).max().orElse(0);
  }

  /** Words in common of all words (Jaccard), or being part of the title. */
  private static double likeness(Set<String> words, Set<String> title) {
    Set<String> common = new HashSet<>(words);
    common.retainAll(title);
    if (common.isEmpty()) {
      return 0;
    }
    double ofAll = (double) common.size() / (words.size() + title.size() - common.size());
    boolean part = common.size() == words.size() && words.size() >= LEAST_WORDS_OF_A_PART;
    return part ? Math.max(ofAll, PART_OF_A_TITLE) : ofAll;
  }

  private static Set<String> words(String line) {
    String words = line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return words.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(words.split(" ")));
  }
}
