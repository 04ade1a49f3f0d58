package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the lead of an article: the paragraphs between its headline and the text that was found,
 * which many pages keep apart from it, in a header or a teaser.
 */
final class Lead {

  private static final int SHORTEST = 40;
  private static final int SHORTEST_UNNAMED = 70;
  private static final int LONGEST = 1_500;
  private static final int MOST_BLOCKS = 3;
  private static final int MOST_ELEMENTS = 600;
  private static final int MOST_AROUND = 6;
  private static final int MOST_HEADINGS = 300;
  private static final int LONGEST_NAMES = 300;
  private static final double MOST_LINKS = 0.3;

  /** What leads are called. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)lead(?!er)|lede|intro|excerpt|abstract|teaser|summary|standfirst|vorspann|anriss|sub-?(?:head|title)"
              + "|untertitel|dek(?![a-z])|deck(?![a-z])|bajada|description|einleitung|chap[eo]|sommario|copete|ingress");

  /** What stands between a headline and its text and is no lead. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)by-?line|meta(?![a-z])|auth?or|date(?![a-z])|credit|caption|image|bild|foto|photo|picture|gallery"
              + "|related|share|social|comment|breadcrumb|nav(?![a-z])|menu|tags?(?![a-z])|advert|promo|cookie"
              + "|newsletter|paywall|login|audio|video|player|toc(?![a-z])|sidebar|hidden");

  private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？।][\"'“”»’)\\]]{0,3}$");

  private Lead() {}

  /**
   * The blocks of the lead that the text lacks, each on one line.
   *
   * @param body of the page, with its furniture
   * @param title headline of the article
   * @param text main text that was found
   */
  static List<String> of(Element body, String title, String text) {
    TextStart start = TextStart.of(text);
    String opening = CleanText.cut(text, 4 * LONGEST);
    List<Element> elements = body.getAllElements();
    Optional<Element> heading = heading(elements, title);
    if (heading.isEmpty() || start.isEmpty()) {
      return List.of();
    }
    List<String> lead = new ArrayList<>();
    int length = 0;
    int from = elements.indexOf(heading.get()) + 1;
    for (Element block : elements.subList(from, Math.min(elements.size(), from + MOST_ELEMENTS))) {
      String line = block.isBlock() ? TextStart.line(block) : "";
      if (start.isIn(line)) {
        return lead;
      }
      if (line.length() >= SHORTEST
          && isLead(block, line, heading.get())
          && length + line.length() <= LONGEST
          && lead.size() < MOST_BLOCKS
          && !opening.contains(line)) {
        lead.add(line);
        length += line.length();
      }
    }
    return List.of();
  }

  private static Optional<Element> heading(List<Element> elements, String title) {
    List<Element> headings =
        elements.stream()
            .filter(element -> element.normalName().matches("h[1-3]") && PageParts.isSmall(element))
            .limit(MOST_HEADINGS)
            .toList();
    return headings.stream()
        .filter(heading -> CleanText.line(heading.text()).contains(title))
        .findFirst()
        .or(
            () ->
                headings.stream().filter(heading -> heading.normalName().equals("h1")).findFirst());
  }

  private static boolean isLead(Element block, String line, Element heading) {
    boolean named = false;
    Element at = block;
    for (int i = 0; i < MOST_AROUND && at != null && !isOfAll(at, heading); i++) {
      String names = CleanText.cut(at.className() + " " + at.id(), LONGEST_NAMES);
      if (OTHER.matcher(names).find() || isList(at)) {
        return false;
      }
      named |= NAMED.matcher(names).find();
      at = at.parent();
    }
    return !isLinked(block, line)
        && (named || line.length() >= SHORTEST_UNNAMED && SENTENCE.matcher(line).find());
  }

  /** Whether an element holds the headline too, or the whole article. */
  private static boolean isOfAll(Element element, Element heading) {
    String name = element.normalName();
    return name.equals("article") || name.equals("main") || heading.parents().contains(element);
  }

  private static boolean isList(Element element) {
    String name = element.normalName();
    return name.equals("li") || name.equals("td") || name.equals("dd") || name.equals("form");
  }

  private static boolean isLinked(Element block, String line) {
    return !PageParts.isSmall(block)
        || block.select("a").text().length() > MOST_LINKS * line.length();
  }
}
