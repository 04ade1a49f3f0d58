package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.CleanText;
import dev.dateline.ingest.text.StatedTime;
import dev.dateline.ingest.text.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when an article was published in what its page shows, where its metadata do not say. */
final class PageDate {

  private static final int LONGEST = 200;
  private static final int MOST_ELEMENTS = 40;

  /** How many short texts behind and before the headline are looked at. */
  private static final int MOST_BEHIND = 40;

  private static final int MOST_BEFORE = 10;
  private static final int BEGINNING = 80;

  private static final Pattern IN_SCRIPT =
      Pattern.compile(
          "(?i)\"(?:datePublished|published_?at|published_?date|publish_?date|publication_?date|publishedTime"
              + "|created_?at|pub_?date|article_publication_date)\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\]{8,40})\\\\?\"");

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "/((?:19|20)\\d{2})(?:[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\\d|3[01])"
              + "|[-/_](\\d{1,2})[-/_](\\d{1,2}))(?=[-/_.]|$)");

  /** The same, day first. */
  private static final Pattern DAY_FIRST_IN_ADDRESS =
      Pattern.compile("(?<=[/~_-])(\\d{2}-\\d{2}-(?:19|20)\\d{2})(?![\\d])");

  private static final String BEFORE_DAY = "[^\\d]{0,30}\\d";

  /** Words before the date of publication; then, for want of these, before that of a change. */
  private static final List<Pattern> LABELS =
      List.of(
          Pattern.compile(
              "(?iu)(?:erschienen|veröffentlicht|publi|posted|опубликован)" + BEFORE_DAY),
          Pattern.compile(
              "(?iu)(?:datum|date|stand|vom|erstellt|created|written|updated|aktualisi|modified|geändert|änderung"
                  + "|fecha|data|mis à jour|дата)"
                  + BEFORE_DAY));

  /** Where pages mark the date, most telling first. */
  private static final List<String> MARKED =
      List.of(
          "h1 .date, h1 time",
          "time[pubdate], time[itemprop~=(?i)published], time[class~=(?i)publi|entry-date]",
          "abbr.published, abbr.date, .published, .entry-date, .post-date, .article-date",
          "[class~=(?i)(publi|post|entry|article|story|news)[\\w-]*(date|time)]",
          "[itemprop~=(?i)date]",
          "time");

  /** Where pages show it among other things. */
  private static final List<String> LIKELY =
      List.of(
          "[class~=(?i)\\b(date|datum|datetime|timestamp|fecha|data)\\b], [id~=(?i)\\b(date|datum)\\b]",
          "[class~=(?i)date|datum|publish|posted|time]",
          "[class~=(?i)\\b(meta|byline|info|submitted|dateline|details)\\b]",
          "[class~=(?i)meta|byline|info|header|author]");

  private PageDate() {}

  /**
   * What the page marks as its date, in its address, in scripts, by elements.
   *
   * @param address of the page, which often has the day in its path
   * @param title headline of the article
   */
  static Optional<Dating> marked(Document page, @Nullable String address, @Nullable String title) {
    return first(
        () -> inAddress(address).map(time -> new Dating(time, "url")),
        () -> inScripts(page).map(time -> new Dating(time, "script")),
        () -> inPlaces(page, MARKED, title).map(time -> new Dating(time, "time")));
  }

  /** What the first time element of the article says to machines. */
  static Optional<String> machineTime(Document page, @Nullable String title) {
    return timesOfArticles(page)
        .filter(time -> !PageParts.isOfTeaser(time, title))
        .map(time -> time.attr("datetime"))
        .findFirst();
  }

  /** What a page that shows no other date marks beside a heading that is not the headline. */
  static Optional<Dating> besideOther(Document page) {
    return Stream.concat(
            timesOfArticles(page).flatMap(PageDate::inElement),
            elements(page, MARKED).flatMap(PageDate::inElement))
        .filter(PageDate::isPlausible)
        .map(time -> new Dating(time, "time"))
        .findFirst();
  }

  private static Stream<Element> timesOfArticles(Document page) {
    return page.select("article time[datetime], main time[datetime]").stream()
        .limit(MOST_ELEMENTS)
        .filter(time -> !PageParts.isComment(time));
  }

  /**
   * What a reader of the page would take for its date.
   *
   * @param title headline of the article
   */
  static Optional<Dating> shown(Document page, @Nullable String title) {
    return first(
        () -> inPlaces(page, LIKELY, title).map(time -> new Dating(time, "text")),
        () -> nearHeading(page, title).map(time -> new Dating(time, "text")),
        () -> nearHeading(page, null).map(time -> new Dating(time, "text")),
        () -> labelled(page).map(time -> new Dating(time, "text")));
  }

  @SafeVarargs
  private static Optional<Dating> first(Supplier<Optional<Dating>>... ways) {
    return Stream.of(ways).flatMap(way -> way.get().stream()).findFirst();
  }

  private static Optional<StatedTime> inScripts(Document page) {
    return page.select("script").stream()
        .flatMap(script -> IN_SCRIPT.matcher(script.data()).results().limit(1))
        .flatMap(found -> WrittenTime.stated(found.group(1)).stream())
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  /** The day in the path of an address. */
  static Optional<StatedTime> inAddress(@Nullable String address) {
    Matcher day = IN_ADDRESS.matcher(address == null ? "" : address);
    if (!day.find()) {
      return dayFirst(address == null ? "" : address);
    }
    try {
      return Optional.of(
              LocalDate.of(
                  Integer.parseInt(day.group(1)),
                  Integer.parseInt(day.group(day.group(2) == null ? 4 : 2)),
                  Integer.parseInt(day.group(day.group(2) == null ? 5 : 3))))
          .map(StatedTime::of)
          .filter(PageDate::isPlausible);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<StatedTime> dayFirst(String address) {
    return DAY_FIRST_IN_ADDRESS
        .matcher(address)
        .results()
        .limit(1)
        .flatMap(day -> WrittenTime.find(day.group(1)).stream())
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  private static Optional<StatedTime> inPlaces(
      Document page, List<String> places, @Nullable String title) {
    return elements(page, places)
        .filter(element -> !PageParts.isOfTeaser(element, title))
        .flatMap(PageDate::inElement)
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  private static Stream<Element> elements(Document page, List<String> places) {
    return places.stream()
        .flatMap(place -> page.select(place).stream().limit(MOST_ELEMENTS))
        .filter(element -> !PageParts.isAside(element));
  }

  private static Stream<StatedTime> inElement(Element element) {
    Stream<String> texts =
        Stream.concat(
            Stream.of("datetime", "content", "title").map(element::attr),
            PageParts.isSmall(element) && element.text().length() <= LONGEST
                ? Stream.of(element.text())
                : Stream.empty());
    return texts
        .filter(text -> !text.isBlank())
        .flatMap(text -> WrittenTime.stated(text).or(() -> WrittenTime.find(text)).stream());
  }

  /** The first date that begins a text behind the headline, else the last one before it. */
  private static Optional<StatedTime> nearHeading(Document page, @Nullable String title) {
    Deque<String> before = new ArrayDeque<>();
    List<String> behind = new ArrayList<>();
    boolean passed = false;
    for (Element element : page.body().getAllElements()) {
      String own = CleanText.line(element.wholeOwnText());
      passed |= !passed && isHeading(element, title);
      if (own.isEmpty() || element.normalName().equals("script")) {
        continue;
      }
      if (passed && behind.size() < MOST_BEHIND && !PageParts.isComment(element)) {
        behind.add(own);
      } else if (!passed) {
        before.addFirst(own);
      }
      if (before.size() > MOST_BEFORE) {
        before.removeLast();
      }
    }
    return Stream.of(behind, passed ? before : List.<String>of())
        .flatMap(texts -> texts.stream())
        .map(text -> CleanText.cut(text, BEGINNING))
        .flatMap(text -> WrittenTime.find(text).stream())
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  private static boolean isHeading(Element element, @Nullable String title) {
    return title == null
        ? element.normalName().equals("h1")
        : element.normalName().matches("h[1-4]") && CleanText.line(element.text()).contains(title);
  }

  private static Optional<StatedTime> labelled(Document page) {
    List<String> texts =
        page.body().select("p, div, li, span, td, dd, small, em, h5, h6").stream()
            .filter(element -> element.ownText().length() <= LONGEST && PageParts.isSmall(element))
            .map(element -> CleanText.line(element.text()))
            .filter(text -> text.length() <= LONGEST)
            .toList();
    return LABELS.stream()
        .flatMap(label -> texts.stream().flatMap(text -> behind(label, text)))
        .flatMap(text -> WrittenTime.find(text).stream())
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  private static Stream<String> behind(Pattern label, String text) {
    return label.matcher(text).results().limit(1).map(found -> text.substring(found.start()));
  }

  static boolean isPlausible(StatedTime time) {
    return time.instant().isAfter(Instant.parse("1995-01-01T00:00:00Z"))
        && time.instant().isBefore(Instant.now().plusSeconds(86_400));
  }
}
