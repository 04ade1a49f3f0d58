package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds who wrote an article in what the page shows of it. */
final class Byline {

  private static final int LONGEST = 120;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_WORDS = 6;
  private static final int MOST_ELEMENTS = 20;

  /** Where pages write their authors, most telling first. */
  private static final List<String> PLACES =
      List.of(
          "[itemprop~=(?i)^author$] [itemprop~=(?i)^name$]",
          "[itemprop~=(?i)^author$]",
          "a[rel~=(?i)\\bauthor\\b]",
          ".author .fn, .vcard .fn, .byline .fn, .vcard.author",
          "[class~=(?i)author[-_]?(name|title|link)], [class~=(?i)byline[-_]?(name|author)]",
          "[data-testid~=(?i)byline|author], address[class~=(?i)author]",
          "a[class~=(?i)^author|author$], span[class~=(?i)^author|author$]",
          "[class~=(?i)byline], [class~=(?i)post-?author|entry-?author|article-?author]",
          "[class~=(?i)\\bautor|\\bauteur|\\bautore|\\bverfasser|\\bredakteur]",
          "[class~=(?i)\\bauthors?\\b], [id~=(?i)\\bauthor\\b]",
          "a[href~=(?i)/(author|autor|autoren|auteur|people|staff|profile|journalist)/[^/]+/?$]");

  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)^(?:(?:(?:written|posted|published|reported|story|words|text|article|created)\\s+by"
              + "|by|from|(?:veröffentlicht|geschrieben|erstellt|verfasst|text|artikel|beitrag|eingestellt|gepostet|gespeichert|interview)?"
              + "\\s*(?:von|vom|durch)|par|publié par|por|di|de|door|av|af|przez|от|автор|autor(?:in|en)?|author|auteur"
              + "|autore|verfasser(?:in)?|text|redaktion)\\b\\s*:?\\s*)+|^by(?=\\p{Lu})");

  /** What follows the name: a time, a place, a count of comments, the next part of the line. */
  private static final Pattern END =
      Pattern.compile(
          "(?iu)\\s*(?:[|·•»›/(\\[@]|\\s[-–—]\\s|\\b\\d|\\s(?:am|on|in|at|um|le|il|el|vom|updated|posted|published"
              + "|veröffentlicht|für|for)\\s|,\\s*(?:\\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|ma[iy]|jun"
              + "|jul|aug|sep|okt|oct|nov|de[zc])\\p{L}*\\b)).*$");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private Byline() {}

  /** The first name in one of the usual places of the page, or behind a word such as "by". */
  static Optional<String> of(Document page) {
    Stream<Element> usual =
        PLACES.stream().flatMap(place -> page.select(place).stream().limit(MOST_ELEMENTS));
    Stream<Element> introduced =
        page.select("p, span, div, h3, h4, h5, li, em, small").stream()
            .filter(element -> element.ownText().length() <= LONGEST)
            .filter(element -> OPENING.matcher(element.text()).lookingAt());
    return Stream.concat(usual, introduced)
        .filter(element -> !PageParts.isAside(element))
        .map(Element::text)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
        .flatMap(text -> name(text).stream())
        .findFirst();
  }

  /** A name without what bylines put around it; empty where that leaves no name. */
  static Optional<String> name(String text) {
    String line = CleanText.line(text);
    String name = OPENING.matcher(line).replaceFirst("");
    Matcher end = END.matcher(name);
    name = CleanText.line(end.replaceFirst("")).replaceFirst("[\\s,;:.–-]+$", "");
    boolean usable =
        name.length() <= LONGEST_NAME
            && !name.startsWith("http")
            && LETTERS.matcher(name).find()
            && name.split("\\s+").length <= MOST_WORDS;
    return usable ? Optional.of(name) : Optional.empty();
  }
}
