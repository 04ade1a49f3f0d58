package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds who wrote an article in what the page shows of it. */
final class Byline {

  private static final int LONGEST = 160;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_ELEMENTS = 20;
  private static final int MOST_NAMES = 10;

  /** How many lines that name somebody are looked through for people. */
  private static final int MOST_LINES = 5;

  /** How many short texts of a page are looked through for names. */
  private static final int MOST_TEXTS = 10_000;

  /** How far from a label its name is looked for: elements around it, nodes behind each. */
  private static final int HIGHEST = 3;

  private static final int MOST_STEPS = 6;

  private static final String PROFILE =
      "a[rel~=(?i)\\bauthor\\b], a[href~=(?i)(^|/)(authors?|autor|autore|autoren|auteurs?|people|person|staff"
          + "|profiles?|profil|redaktion|journalists?|redakteure?|editors?|contributors?|writers?|by|users?)[/=][^/?#]+/?$]";

  /** Where pages mark a name as that of the author, so that a single word is believed to be one. */
  private static final List<String> SURE =
      List.of(
          "[itemprop~=(?i)^(author|creator)$] [itemprop~=(?i)^name$]",
          "[itemprop~=(?i)^(author|creator)$]",
          "a[rel~=(?i)\\bauthor\\b], a[href~=(?i)(^|/)(author|autor|autoren|auteur|autore)/[^/?#]+/?$]",
          ".author .fn, .vcard .fn, .byline .fn, .vcard.author, a[class=author], span[class=author]",
          "[class~=(?i)author[-_]*(name|title|link)], [class~=(?i)byline[-_]*(name|author)]",
          "[data-testid~=(?i)byline|author], address[class~=(?i)author]");

  /** Where pages write the author among other things. */
  private static final List<String> LIKELY =
      List.of(
          "a[class~=(?i)^author|author$], span[class~=(?i)^author|author$]",
          "byline, [class~=(?i)byline], [class~=(?i)post-?author|entry-?author|article-?author]",
          "[class~=(?i)\\bautor|\\bauteur|\\bautore|\\bverfasser|\\bredakteur]",
          "[class~=(?i)author(s|$|[^a-z])], [id~=(?i)author(s|$|[^a-z])]",
          "[class~=(?i)username|user-name|poster\\b|postedby|posted-by|submitted]");

  /** Where pages give the whole of a name. */
  private static final String WHOLE = "[class~=(?i)full-?name|display-?name]";

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)screen-?reader|sr-only|visually|hidden|(?<![a-z])label|prefix|pretext|date|time");

  private static final Pattern AUTHOR = Pattern.compile("(?i)auth?or|auteur|byline");

  /** Where a name is that of the site, not of the author. */
  private static final Pattern HOME =
      Pattern.compile("/|\\./|(?i)https?://[^/]+/?(?:index\\.\\w+)?");

  private static final List<Function<Document, Stream<List<String>>>> PLACES =
      List.of(
          page -> Stream.of(marked(page)),
          page -> Stream.of(first(page, LIKELY, AuthorLine::likely)),
          page -> Stream.of(first(page, List.of(PROFILE), AuthorLine::likely)),
          Byline::allWritten,
          page -> Stream.of(onlyOne(page)));

  private Byline() {}

  /**
   * The names in the first of the usual places of the page, or behind a word such as "by".
   *
   * @param arePeople whether names are not those of the publisher or of its system, which are taken
   *     only where there are no others
   */
  static List<String> of(Document page, Predicate<List<String>> arePeople) {
    List<List<String>> all = new ArrayList<>();
    for (Function<Document, Stream<List<String>>> place : PLACES) {
      List<List<String>> found =
          place.apply(page).filter(names -> !names.isEmpty()).limit(MOST_LINES).toList();
      Optional<List<String>> people = found.stream().filter(arePeople).findFirst();
      if (people.isPresent()) {
        return people.get();
      }
      all.addAll(found);
    }
    return all.stream().findFirst().orElse(List.of());
  }

  /** The names in the first of the places that are there for nothing but the author. */
  static List<String> marked(Document page) {
    return first(
        page,
        SURE,
        text ->
            AuthorLine.name(text)
                .map(AuthorLine::split)
                .filter(names -> names.stream().noneMatch(AuthorLine::isPhrase))
                .orElse(List.of()));
  }

  /** The one author whom the whole page names, be it in a side column. */
  private static List<String> onlyOne(Document page) {
    List<String> names =
        page.select(String.join(", ", SURE)).stream()
            .filter(element -> PageParts.isSmall(element) && !PageParts.isComment(element))
            .filter(element -> !isOfSite(element))
            .map(Byline::text)
            .filter(text -> text.length() <= LONGEST)
            .flatMap(text -> AuthorLine.name(text).stream())
            .distinct()
            .limit(2)
            .toList();
    return names.size() == 1 ? names : List.of();
  }

  private interface Reader {
    List<String> read(String text);
  }

  private static List<String> first(Document page, List<String> places, Reader reader) {
    for (String place : places) {
      List<Element> elements =
          page.select(place).stream()
              .limit(MOST_ELEMENTS)
              .filter(
                  element -> !PageParts.isAside(element) && element.closest("figure, nav") == null)
              .filter(element -> !isOfSite(element))
              .toList();
      for (Element element : elements) {
        List<String> names = names(element, reader);
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  /** The whole name of somebody, where the page tells it anywhere among its authors. */
  static Optional<String> wholeName(Document page, String firstName) {
    Stream<String> marked =
        Stream.of(SURE.stream(), LIKELY.stream(), Stream.of(WHOLE))
            .flatMap(places -> places)
            .flatMap(place -> page.select(place).stream().limit(MOST_ELEMENTS))
            .filter(element -> PageParts.isSmall(element) && !PageParts.isComment(element))
            .map(Byline::text)
            .filter(text -> text.length() <= LONGEST)
            .flatMap(text -> AuthorLine.name(text).stream());
    return Stream.concat(marked, Stream.of(page).flatMap(all -> written(all).stream()))
        .filter(name -> name.startsWith(firstName + " ") && AuthorLine.isWrittenAsName(name))
        .filter(name -> name.indexOf(',') < 0)
        .findFirst();
  }

  /** Whether an element is, or holds, a link to the home page. */
  private static boolean isOfSite(Element element) {
    Element inside = element.selectFirst("a[href]");
    Element link = inside == null ? element.closest("a[href]") : inside;
    return link != null && HOME.matcher(link.attr("href")).matches();
  }

  /** The names of an element: of the links to authors in it, else of its text. */
  private static List<String> names(Element element, Reader reader) {
    Element around = element.parent();
    boolean line =
        element.normalName().equals("a")
            && around != null
            && PageParts.isSmall(around)
            && around.text().length() <= LONGEST;
    List<String> linked =
        (line ? around : element)
            .select(PROFILE).stream()
                .limit(MOST_NAMES)
                .filter(link -> line || link != element)
                .map(Byline::text)
                .filter(text -> text.length() <= LONGEST)
                .flatMap(text -> reader.read(text).stream())
                .distinct()
                .toList();
    String text = PageParts.isSmall(element) ? text(element) : "";
    return !linked.isEmpty() || text.isBlank() || text.length() > LONGEST
        ? linked
        : reader.read(text);
  }

  /** The first short text that introduces a name, labels one, or has one behind a date. */
  static List<String> written(Document page) {
    return allWritten(page).findFirst().orElse(List.of());
  }

  private static Stream<List<String>> allWritten(Document page) {
    return page.select("p, span, div, a, b, h3, h4, h5, h6, li, em, i, small, strong, td").stream()
        .filter(element -> element.ownText().length() <= LONGEST && PageParts.isSmall(element))
        .map(element -> new Found(element, text(element)))
        .filter(found -> !found.text.isEmpty() && found.text.length() <= LONGEST)
        .limit(MOST_TEXTS)
        .filter(found -> !PageParts.isAside(found.element) && found.element.closest("nav") == null)
        .map(found -> written(found))
        .filter(names -> !names.isEmpty());
  }

  private static List<String> written(Found found) {
    boolean label = AuthorLine.isLabel(found.text);
    Found line = label ? following(found.element) : found;
    List<String> names =
        label ? AuthorLine.names(line.text, false) : AuthorLine.introduced(line.text);
    return names.isEmpty() ? linked(line, label) : names;
  }

  /** The one word behind a label that a link to somebody's profile says to be a name. */
  private static List<String> linked(Found line, boolean label) {
    List<String> names =
        label ? AuthorLine.names(line.text, true) : AuthorLine.introduced(line.text, true);
    return names.size() == 1
            && line.element.select(PROFILE).stream().anyMatch(a -> text(a).equals(names.get(0)))
        ? names
        : List.of();
  }

  /** The text behind a label: of the next node that has any, also of those around the label. */
  private static Found following(Element label) {
    Element at = label;
    for (int height = 0; height < HIGHEST && at != null; height++) {
      Node next = at.nextSibling();
      for (int steps = 0; next != null && steps < MOST_STEPS; steps++) {
        String text =
            next instanceof Element element
                ? PageParts.isSmall(element) ? text(element) : ""
                : next instanceof TextNode words ? CleanText.line(words.getWholeText()) : "";
        if (!text.isBlank()) {
          return new Found(
              next instanceof Element element ? element : label,
              text.length() <= LONGEST ? text : "");
        }
        next = next.nextSibling();
      }
      at = at.parent();
    }
    return new Found(label, "");
  }

  private record Found(Element element, String text) {}

  /** The text of an element, words of neighbouring elements apart, without labels for the blind. */
  private static String text(Element element) {
    StringBuilder text = new StringBuilder();
    for (TextNode node : (Iterable<TextNode>) textNodes(element)::iterator) {
      text.append(' ').append(node.getWholeText());
      if (text.length() > LONGEST * 4) {
        break;
      }
    }
    return CleanText.line(text.toString());
  }

  private static Stream<TextNode> textNodes(Element element) {
    return element
        .nodeStream(TextNode.class)
        .filter(node -> !isLabel(node.parent(), element) || isOpening(node));
  }

  /**
   * Whether a label is a word such as "by", without which the name behind it is not known as one.
   */
  private static boolean isOpening(TextNode node) {
    String text = node.getWholeText();
    return text.length() <= LONGEST_NAME && AuthorLine.isLabel(text);
  }

  private static boolean isLabel(@Nullable Element parent, Element top) {
    return parent != null
        && parent != top
        && (parent.normalName().equals("time")
            || LABEL.matcher(parent.className()).find()
                && !AUTHOR.matcher(parent.className()).find());
  }
}
