package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.WrittenTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds who wrote an article in what the page shows of it. */
final class Byline {

  private static final int LONGEST = 160;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NAMES = 300;
  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_WORDS = 6;
  private static final int MOST_ELEMENTS = 20;
  private static final int MOST_NAMES = 10;

  /** How many short texts of a page are looked through for names. */
  private static final int MOST_TEXTS = 10_000;

  /** How far from a label its name is looked for: elements around it, nodes behind each. */
  private static final int HIGHEST = 3;

  private static final int MOST_STEPS = 6;

  private static final int MOST_WORDS_OF_A_SIGNATURE = 3;
  private static final String SET_APART =
      "em, i, b, strong, [align=right], [style~=(?i)text-align:\\s*right]";

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

  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)^(?:[-–—~|•·*\\s]*(?:(?:view|show|see|read|more|zeige|alle)\\s+(?:all\\s+|alle\\s+)?(?:posts|articles"
              + "|stories|beiträge|artikel)\\s+(?:by|of|from|von)|(?:alle\\s+)?(?:artikel|beiträge|alles|posts|articles|more|mehr)\\s+(?:von|by)"
              + "|post author|about the author|über den autor|über die autorin"
              + "|(?:written|posted|published|reported|story|words|text|article|created|submitted|review(?:ed)?|interview)\\s+by"
              + "|by|from|(?:veröffentlicht|geschrieben|erstellt|verfasst|text|artikel|eingestellt|gepostet|gespeichert|interview"
              + "|pressemitteilung|(?:eine?\\s+|blog[\\s-]*)?\\p{L}*(?:beitrag|artikel|kommentar|interview|kolumne|essay|glosse"
              + "|analyse|rezension|kritik|reportage|bericht))?\\s*(?:von|vom|durch)"
              + "|par|publié par|écrit par|por|escrito por|publicado por|di|de|door|av|af|przez|от|автор|autor(?:/in|\\*in|:in|in|en)?"
              + "|authors?|auteurs?|autore|verfasser(?:in)?|(?:text|redaktion|redakteur(?:in)?|interview)(?=\\s*:)|und|and|mit|with)"
              + "\\b\\s*:?\\s*)+|^by(?=(?-i:\\p{Lu}))");

  /** What follows the name: a time, a place, a count of comments, the next part of the line. */
  private static final Pattern END =
      Pattern.compile(
          "(?iu)\\s*(?:[|·•»›(\\[@→]|\\s[-–—]\\s|\\b\\d|,?\\s(?:am|on|in|at|um|vom|updated|posted|published"
              + "|stand|fr|veröffentlicht|für|for|datum|fotos?|photos?|illustration|tags|publiziert|aktualisiert"
              + "|erschienen|last|date|shares?|search|(?:ein )?kommentare?|comments?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:[\\s:,]|$)"
              + "|,?\\s(?:le|il|el)\\s+(?:\\p{L}+\\s+)?\\d|,?\\s*(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[zc])\\p{L}*\\.?\\s+\\d"
              + "|,\\s*\\d|,?\\s+\\p{L}+:\\s|,\\s*\\p{L}*-?(?:redaktion|redakteur|redactie|korrespondent|correspondent"
              + "|reporter|editor|writer|journalist|leiter(?:in)?\\b|sprecher(?:in)?\\b|director|manager)).*$");

  /** Degrees and such, which are no part of the name. */
  private static final Pattern DEGREE =
      Pattern.compile("(?u),?\\s+(?:Ph\\.?D|M\\.?D|MSc|MA|BA|MPH|RD|RN|LL\\.?M|MBA)\\.?$");

  private static final Pattern PICTURE =
      Pattern.compile(
          "(?iu)^(?:fotos?|photos?|bilde?r?|illustration|grafik|image|credits?|video|quelle|source)\\b");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)screen-?reader|sr-only|visually|hidden|(?<![a-z])label|prefix|pretext|date|time");

  private static final Pattern AUTHOR = Pattern.compile("(?i)auth?or|auteur|byline");

  /** Words that only the name of an author can follow. */
  private static final Pattern POSTED =
      Pattern.compile(
          "(?iu)(?:written|posted|published) by|(?:geschrieben|veröffentlicht|erstellt|verfasst|eingestellt|gepostet) von");

  /** A label before a name, in the middle of other details. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:(?:written|reported) by|autor(?:/in|\\*in|:in|in|en)?|authors?|auteurs?|autore|verfasser(?:in)?|redaktion|redakteur(?:in)?"
              + "|text(?: (?:&|und|and) \\p{L}+)?|автор)\\s?:\\s"
              + "|(?:作者|记者|責任編輯|责任编辑|责编)\\s?[:：]");

  /** A text that is nothing but a label; the name stands in what follows. */
  private static final Pattern ONLY_LABEL =
      Pattern.compile(
          "(?iu)[\\s|·•–—-]*(?:(?:written |posted |published |words )?by|von|par|por|autor(?:/in|\\*in|:in|in|en)?"
              + "|authors?|auteurs?(?:\\s?\\(s\\))?|autore|verfasser(?:in)?|(?:text|interview)(?=\\s*:)|автор|作者|记者)\\s*[:：]?\\s*");

  /** A date, and perhaps a time, before a name. */
  private static final Pattern DATED =
      Pattern.compile(
          "(?iu)[\\d.:/,\\s]*\\d(?:\\s?uhr)?(?:\\s*[|·•–—-]\\s*[\\d:.]+(?:\\s?uhr)?)?\\s*[|·•–—-]\\s+");

  /** A time, and then the word before a name. */
  private static final Pattern TIMED =
      Pattern.compile("(?iu)\\d(?:\\s?uhr)?,?\\s+(?:by|von|par|por|di|door|av|от)\\s+");

  /** An agency's or a channel's short name behind the names of people. */
  private static final Pattern AGENCY =
      Pattern.compile("(?u)\\p{Lu}{2,6}(?:-\\p{Lu}{1,3})?|dpa|apa|sda|afp|ap|epd|kna");

  /** What buttons and links beside a name say. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?iu)^(?:zur?|zum|alle|all|mehr|more|see|view|show|read|archive?|follow|folgen|member|my|log|sign|share|teilen"
              + "|abonnieren|subscribe|kontakt|contact|home|start|weiter|about|über|profil|website|e-?mail|twitter|facebook"
              + "|such(?:e|en)|search|weitere|autorenseite|text und|geprüft|reviewed|edited|anzeigen|vorlesen|drucken|datum|date|gesponserte|kommentare?|comments?|mehr|tags?)\\b");

  /** Where a name is that of the site, not of the author. */
  private static final Pattern HOME =
      Pattern.compile("/|\\./|(?i)https?://[^/]+/?(?:index\\.\\w+)?");

  private static final Pattern INNER_BY = Pattern.compile("(?i)\\sby\\s");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  /** A word of a name: with a capital, or in a script without capitals. */
  private static final Pattern NAME_WORD =
      Pattern.compile("(?u)(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’ʼ-]*|\\p{L}['’]\\p{Lu}[\\p{L}-]*)");

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "der", "den", "de", "di", "da", "dos", "das", "del", "la", "le", "el", "al",
          "bin", "ibn", "zu", "zur", "zum", "y", "e", "ter", "ten", "af", "av", "und", "and", "et",
          "&", "du", "do", "v.", "dei", "della");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\s*;\\s*|\\s*,\\s*(?:and|und|et|y|e|и)\\s+|\\s+(?:and|und|et|y|und|и|&|\\+)\\s+|\\s*[,/]\\s*");

  private static final List<Function<Document, List<String>>> PLACES =
      List.of(
          Byline::marked,
          page -> first(page, LIKELY, Byline::likely),
          page -> first(page, List.of(PROFILE), Byline::likely),
          Byline::written,
          Byline::onlyOne);

  private Byline() {}

  /**
   * The names in the first of the usual places of the page, or behind a word such as "by".
   *
   * @param arePeople whether names are not those of the publisher or of its system, which are taken
   *     only where there are no others
   */
  static List<String> of(Document page, Predicate<List<String>> arePeople) {
    List<List<String>> all = new ArrayList<>();
    for (Function<Document, List<String>> place : PLACES) {
      List<String> names = place.apply(page);
      if (!names.isEmpty() && arePeople.test(names)) {
        return names;
      }
      all.add(names);
    }
    return all.stream().filter(names -> !names.isEmpty()).findFirst().orElse(List.of());
  }

  /** The names in the first of the places that are there for nothing but the author. */
  static List<String> marked(Document page) {
    return first(
        page,
        SURE,
        text ->
            name(text)
                .map(Byline::split)
                .filter(names -> names.stream().noneMatch(Byline::isPhrase))
                .orElse(List.of()));
  }

  /** Words that go on in small letters are a phrase, not the name that somebody chose. */
  static boolean isPhrase(String name) {
    int space = name.indexOf(' ');
    return space > 0
        && Character.isLowerCase(name.charAt(0))
        && !PARTICLES.contains(name.substring(0, space))
        && !isWrittenAsName(name);
  }

  /** The one author whom the whole page names, be it in a side column. */
  private static List<String> onlyOne(Document page) {
    List<String> names =
        page.select(String.join(", ", SURE)).stream()
            .filter(element -> PageParts.isSmall(element) && !PageParts.isComment(element))
            .filter(element -> !isOfSite(element))
            .map(Byline::text)
            .filter(text -> text.length() <= LONGEST)
            .flatMap(text -> name(text).stream())
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

  /**
   * The name that stands alone, set apart by its style, in the last line of the text.
   *
   * @param text main text of the page
   */
  static Optional<String> signature(Document page, String text) {
    String last = CleanText.line(text.substring(text.lastIndexOf('\n') + 1));
    boolean isName =
        last.length() <= LONGEST_NAME
            && last.split(" ").length <= MOST_WORDS_OF_A_SIGNATURE
            && isWrittenAsName(last);
    return isName
            && page.select(SET_APART).stream()
                .filter(PageParts::isSmall)
                .anyMatch(element -> CleanText.line(element.text()).equals(last))
        ? Optional.of(last)
        : Optional.empty();
  }

  /** The whole name of somebody, where the page tells it anywhere among its authors. */
  static Optional<String> wholeName(Document page, String firstName) {
    Stream<String> marked =
        Stream.concat(SURE.stream(), LIKELY.stream())
            .flatMap(place -> page.select(place).stream().limit(MOST_ELEMENTS))
            .filter(element -> PageParts.isSmall(element) && !PageParts.isComment(element))
            .map(Byline::text)
            .filter(text -> text.length() <= LONGEST)
            .flatMap(text -> name(text).stream());
    return Stream.concat(marked, Stream.of(page).flatMap(all -> written(all).stream()))
        .filter(name -> name.startsWith(firstName + " ") && isWrittenAsName(name))
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
    return page.select("p, span, div, a, b, h3, h4, h5, h6, li, em, i, small, strong, td").stream()
        .filter(element -> element.ownText().length() <= LONGEST && PageParts.isSmall(element))
        .map(element -> new Found(element, text(element)))
        .filter(found -> !found.text.isEmpty() && found.text.length() <= LONGEST)
        .limit(MOST_TEXTS)
        .filter(found -> !PageParts.isAside(found.element))
        .map(found -> written(found))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> written(Found found) {
    return ONLY_LABEL.matcher(found.text).matches()
        ? names(following(found.element), false)
        : written(found.text);
  }

  /** The text behind a label: of the next node that has any, also of those around the label. */
  private static String following(Element label) {
    Element at = label;
    for (int height = 0; height < HIGHEST && at != null; height++) {
      Node next = at.nextSibling();
      for (int steps = 0; next != null && steps < MOST_STEPS; steps++) {
        String text =
            next instanceof Element element
                ? PageParts.isSmall(element) ? text(element) : ""
                : next instanceof TextNode words ? CleanText.line(words.getWholeText()) : "";
        if (!text.isBlank()) {
          return text.length() <= LONGEST ? text : "";
        }
        next = next.nextSibling();
      }
      at = at.parent();
    }
    return "";
  }

  private static List<String> written(String text) {
    Matcher label = LABELLED.matcher(text);
    Matcher date = DATED.matcher(text);
    String rest =
        OPENING.matcher(text).lookingAt()
            ? text
            : label.find()
                ? text.substring(label.end())
                : date.lookingAt() ? text.substring(date.end()) : "";
    List<String> names = names(rest, POSTED.matcher(text).lookingAt());
    return names.isEmpty() ? timed(text) : names;
  }

  /** The names behind a date and a "by". */
  private static List<String> timed(String text) {
    Matcher by = TIMED.matcher(text);
    return by.find() && WrittenTime.find(text.substring(0, by.start() + 1)).isPresent()
        ? names(text.substring(by.end()), true)
        : List.of();
  }

  private record Found(Element element, String text) {}

  /** Names that are written as names are: two words or more, with capitals; or behind a "by". */
  private static List<String> likely(String text) {
    return names(text, OPENING.matcher(text).lookingAt());
  }

  /**
   * @param single whether a single word is believed to be a name
   */
  private static List<String> names(String text, boolean single) {
    return name(text)
        .map(Byline::split)
        .filter(
            names ->
                names.stream().allMatch(Byline::isWrittenAsName)
                    || single && names.size() == 1 && names.get(0).indexOf(' ') < 0)
        .orElse(List.of());
  }

  static boolean isWrittenAsName(String name) {
    String[] words = name.replace(",", " ").strip().split("\\s+");
    return (words.length > 1 || name.codePoints().anyMatch(Character::isIdeographic))
        && Arrays.stream(words)
            .anyMatch(word -> word.length() > 2 || Character.isIdeographic(word.codePointAt(0)))
        && Arrays.stream(words)
            .allMatch(word -> PARTICLES.contains(word) || NAME_WORD.matcher(word).matches());
  }

  /** A name without what bylines put around it; empty where that leaves no name. */
  static Optional<String> name(String text) {
    String line = CleanText.line(Parser.unescapeEntities(CleanText.cut(text, LONGEST_LINE), false));
    if (PICTURE.matcher(line).find()) {
      return Optional.empty();
    }
    String name = OPENING.matcher(line).replaceFirst("");
    Matcher end = END.matcher(name);
    name = CleanText.line(end.replaceFirst("")).replaceFirst("[\\s,;:.–-]+$", "");
    name = DEGREE.matcher(name).replaceFirst("");
    boolean usable =
        (isShort(name) || name.length() <= LONGEST_NAMES && split(name).size() > 1)
            && !INNER_BY.matcher(name).find()
            && !name.startsWith("http")
            && LETTERS.matcher(name).find()
            && !CONTROL.matcher(name).find();
    return usable ? Optional.of(name) : Optional.empty();
  }

  private static boolean isShort(String name) {
    return name.length() <= LONGEST_NAME && name.split("\\s+").length <= MOST_WORDS;
  }

  /** The names of a byline of several; one, where its parts are not all names. */
  static List<String> split(String names) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(names)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    List<String> people = parts.stream().filter(part -> !AGENCY.matcher(part).matches()).toList();
    boolean allNames =
        people.stream()
            .allMatch(part -> part.contains(" ") && isShort(part) && isWrittenAsName(part));
    return parts.size() > 1 && !people.isEmpty() && allNames ? people : List.of(names);
  }

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
    return text.length() <= LONGEST_NAME && ONLY_LABEL.matcher(text).matches();
  }

  private static boolean isLabel(@Nullable Element parent, Element top) {
    return parent != null
        && parent != top
        && (parent.normalName().equals("time")
            || LABEL.matcher(parent.className()).find()
                && !AUTHOR.matcher(parent.className()).find());
  }
}
