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
import org.jsoup.nodes.TextNode;
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
  private static final double CLASSED_AS_HEADLINE = 0.25;
  private static final double PART_OF_A_TITLE = 0.9;
  private static final double WHOLE = 0.01;
  private static final double ENOUGH = 0.5;

  /** Fewer words than these may be part of a title by chance, or be the name of the site. */
  private static final int LEAST_WORDS_OF_A_PART = 4;

  /** Headings, and what is only styled as the first of them. */
  private static final String HEADINGS =
      "h1, h2, h3, [itemprop~=(?i)^headline$], div[class~=(?i)(?:^|[\\s-])h1(?:\\s|$)]"
          + ", p[class~=(?i)(?:^|[\\s-])h1(?:\\s|$)]";

  private static final String UNSEEN = "hidden|visually|invisible|sr-only|show-for-sr";

  private static final String OVERLINE =
      "(?i)kicker|overline|strapline|topline|dachzeile|roofline|eyebrow|spitzmarke|supertitle|pretitle|highline";

  private static final Pattern HIDDEN = Pattern.compile("(?i)" + UNSEEN);

  /** Words over the headline that are none of it. */
  private static final Pattern KICKER =
      Pattern.compile(
          OVERLINE + "|overhead|supra|prefix|category|rubri|label|badge|date|" + UNSEEN);

  /** What a whole heading is called that stands over the headline. */
  private static final Pattern OVER_A_HEADLINE = Pattern.compile(OVERLINE);

  /** The same, where they stand before it. */
  private static final Pattern SMALLER =
      Pattern.compile("(?i)sub-?title|sub-?line|(?:^|\\s)(?:h\\d)?small(?:\\s|$)");

  private static final Pattern OF_ARTICLE =
      Pattern.compile(
          "(?i)(?<![a-z])(?:(?:post|entry|article|story|news|content|page)[-_]*(?:title|heading)|headline)(?![a-z])");

  /** A day before a headline. */
  private static final Pattern DAY =
      Pattern.compile("^\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:\\d{4}|\\d{2})\\s*[-–—|:]\\s+(?=\\S)");

  /** What only stands between a kicker and a headline, for those who do not see the page. */
  private static final Pattern DIVIDER = Pattern.compile("[\\p{P}\\p{S}\\s]+");

  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|·•»:]+\\s+|:\\s+|\\|");

  private static final Pattern PARTS =
      Pattern.compile("\\s+[-–—|·•»«›‹:]+\\s+|[|_]|(?<=\\P{ASCII})-");

  /** What separates a headline from the link or the picture before it. */
  private static final Pattern LEADING_MARKS = Pattern.compile("^[:»›|•·–—-]\\s*");

  /** The end of what stands over a headline, as in {@code Interview:}. */
  private static final Pattern ANNOUNCING = Pattern.compile("[:：]$");

  private static final int MOST_PARTS = 10;
  private static final int SHORTEST_PART = 12;
  private static final int MOST_NODES = 20;

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
   * @param stated what schema.org metadata give as the headline
   * @param titles what all metadata give as the title, also with the name of the site in it
   * @param site name of the site, where the page tells it
   */
  static Optional<String> of(
      Document page, @Nullable String stated, List<String> titles, @Nullable String site) {
    PageHeading heading = new PageHeading(titles, site);
    List<Element> headings =
        page.select(HEADINGS).stream()
            .limit(MOST_HEADINGS)
            .filter(Element::hasText)
            .filter(one -> one.normalName().equals("h1") || !PageParts.isAside(one))
            .filter(one -> !HeadingPlace.isOfSite(one))
            .filter(one -> one.closest("nav") == null || heading.isTitle(one))
            .toList();
    List<Element> own = HeadingPlace.withoutLists(headings);
    return heading
        .best(
            own.stream().filter(one -> !HeadingPlace.isOfPath(one) || isSame(one, stated)).toList())
        .or(() -> heading.best(own));
  }

  private Optional<String> best(List<Element> headings) {
    Alone alone = Alone.among(headings);
    return headings.stream()
        .flatMap(one -> readings(one, alone))
        .filter(reading -> reading.score >= ENOUGH)
        .max(Comparator.comparingDouble(Reading::score))
        .map(Reading::text);
  }

  /**
   * The longest part of the title element, where it is not the last, where most have the name of
   * the site, and stands alone somewhere on the page: the headline of a page that has no headings.
   */
  static Optional<String> unmarked(Document page, String title) {
    List<String> parts =
        Stream.of(PARTS.split(CleanText.line(title), MOST_PARTS))
            .map(String::strip)
            .filter(part -> part.length() >= SHORTEST_PART)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    Set<String> alone =
        page.body().getAllElements().stream()
            .filter(element -> element.childNodeSize() <= MOST_NODES)
            .map(element -> CleanText.line(CleanText.cut(element.wholeOwnText(), LONGEST)))
            .map(line -> LEADING_MARKS.matcher(line).replaceFirst(""))
            .filter(parts::contains)
            .collect(Collectors.toSet());
    return parts.stream()
        .limit(1)
        .filter(part -> !title.strip().endsWith(part) && alone.contains(part))
        .findFirst();
  }

  /** Of which headings a page has one only: of first ones, of those marked as the headline. */
  private record Alone(boolean first, boolean marked) {

    static Alone among(List<Element> headings) {
      return new Alone(
          headings.stream().filter(one -> one.normalName().equals("h1")).count() == 1,
          headings.stream().filter(PageHeading::isMarked).count() == 1);
    }

    boolean is(Element heading, boolean isFirst) {
      return first && isFirst || marked && isMarked(heading);
    }
  }

  /** What a heading may be saying, and how much it is like a headline. */
  private record Reading(String text, double score) {}

  /** A heading as it stands, and without the part before or behind the headline. */
  private Stream<Reading> readings(Element heading, Alone alone) {
    boolean first =
        !heading.normalName().matches("h[23]")
            && !OVER_A_HEADLINE.matcher(heading.className()).find();
    double trust =
        (first ? FIRST_LEVEL : 0)
            + (alone.is(heading, first) && !isEndOfTitle(heading) ? ONLY_ONE : 0)
            + (heading.normalName().equals("h2") ? SECOND_LEVEL : 0)
            + (isMarked(heading) ? MARKED_AS_HEADLINE : 0)
            + (OF_ARTICLE.matcher(heading.className()).find() ? CLASSED_AS_HEADLINE : 0);
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
        .filter(reading -> !words(reading.text).equals(site))
        .filter(reading -> !ANNOUNCING.matcher(reading.text).find());
  }

  private static boolean isMarked(Element heading) {
    return heading.attr("itemprop").contains("headline");
  }

  private static boolean isSame(Element heading, @Nullable String stated) {
    return stated != null && words(heading.text()).equals(words(stated));
  }

  /** Whether a heading says a title: the last step of a path to the page often does. */
  private boolean isTitle(Element heading) {
    return heading.normalName().equals("h1") && titles.contains(words(heading.text()));
  }

  /** Whether a heading says what stands last in titles, where most have the name of the site. */
  private boolean isEndOfTitle(Element heading) {
    return ends.contains(words(heading.text()));
  }

  /** The texts of the elements and of the lines that a heading is made of, less the kicker. */
  private static List<String> parts(Element heading) {
    Element kept = heading.clone();
    removeBeforeDivider(kept);
    kept.getAllElements().stream()
        .filter(part -> part != kept && isKicker(part))
        .toList()
        .forEach(Node::remove);
    List<String> parts = texts(kept);
    return parts.isEmpty() ? texts(heading) : parts;
  }

  private static boolean isKicker(Element part) {
    return KICKER.matcher(part.className()).find()
        || (part.normalName().equals("small") || SMALLER.matcher(part.className()).find())
            && isFirst(part);
  }

  private static boolean isFirst(Element part) {
    Node before = part.previousSibling();
    while (before instanceof TextNode text && text.isBlank()) {
      before = before.previousSibling();
    }
    return before == null;
  }

  /** Removes what stands before a colon or dash that is hidden from those who see the page. */
  private static void removeBeforeDivider(Element heading) {
    heading.children().stream()
        .filter(part -> HIDDEN.matcher(part.className()).find())
        .filter(part -> DIVIDER.matcher(part.wholeText()).matches())
        .findFirst()
        .ifPresent(
            divider -> {
              Node before = divider.previousSibling();
              while (before != null) {
                before.remove();
                before = divider.previousSibling();
              }
            });
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
    return DAY.matcher(CleanText.line(String.join(" ", parts))).replaceFirst("");
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
    return part ? PART_OF_A_TITLE + (1 - PART_OF_A_TITLE) * ofAll : ofAll;
  }

  private static Set<String> words(String line) {
    String words = line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return words.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(words.split(" ")));
  }
}
