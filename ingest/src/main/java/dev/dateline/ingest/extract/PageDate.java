package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  private static final Pattern IN_SCRIPT =
      Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]{8,40})\"");

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "/((?:19|20)\\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\\d|3[01])(?=[-/_.]|$)");

  /** Where pages show the date, most telling first. */
  private static final List<String> PLACES =
      List.of(
          "time[pubdate], time[itemprop~=(?i)published], time[class~=(?i)publi|entry-date]",
          "abbr.published, abbr.date, .published, .entry-date, .post-date, .article-date",
          "[class~=(?i)(publi|post|entry|article|story|news)[-_]?\\w*(date|time)]",
          "[itemprop~=(?i)date]",
          "time",
          "[class~=(?i)\\b(date|datum|datetime|timestamp|fecha|data)\\b], [id~=(?i)\\b(date|datum)\\b]",
          "[class~=(?i)date|datum|publish|posted|time]",
          "[class~=(?i)\\b(meta|byline|info|submitted|dateline|details)\\b]",
          "[class~=(?i)meta|byline|info|header|author]");

  private PageDate() {}

  /**
   * The day, at its midnight in UTC where the page shows no more.
   *
   * @param address of the page, which often has the day in its path
   */
  static Optional<Instant> of(Document page, @Nullable String address) {
    return Stream.<Supplier<Optional<Instant>>>of(
            () -> inScripts(page),
            () -> inAddress(address),
            () -> inPlaces(page),
            () -> nearHeading(page))
        .flatMap(place -> place.get().stream())
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  private static Optional<Instant> inScripts(Document page) {
    return page.select("script").stream()
        .map(script -> IN_SCRIPT.matcher(script.data()))
        .filter(Matcher::find)
        .flatMap(found -> WrittenTime.parse(found.group(1)).stream())
        .findFirst();
  }

  private static Optional<Instant> inAddress(@Nullable String address) {
    Matcher day = IN_ADDRESS.matcher(address == null ? "" : address);
    if (!day.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
                  Integer.parseInt(day.group(1)),
                  Integer.parseInt(day.group(2)),
                  Integer.parseInt(day.group(3)))
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> inPlaces(Document page) {
    return PLACES.stream()
        .flatMap(place -> page.select(place).stream().limit(MOST_ELEMENTS))
        .filter(element -> !PageParts.isAside(element))
        .flatMap(PageDate::inElement)
        .filter(PageDate::isPlausible)
        .findFirst();
  }

  private static Stream<Instant> inElement(Element element) {
    Stream<String> texts =
        Stream.concat(
            Stream.of("datetime", "content", "title").map(element::attr),
            element.text().length() <= LONGEST ? Stream.of(element.text()) : Stream.empty());
    return texts
        .filter(text -> !text.isBlank())
        .flatMap(text -> WrittenTime.parse(text).or(() -> WrittenTime.find(text)).stream());
  }

  /** The first date in the short texts that follow the first heading. */
  private static Optional<Instant> nearHeading(Document page) {
    Element heading = page.selectFirst("h1, h2");
    if (heading == null) {
      return Optional.empty();
    }
    for (Element around = heading.parent(); around != null; around = around.parent()) {
      String text = around.text();
      Optional<Instant> date = WrittenTime.find(text);
      if (date.isPresent() || around.normalName().equals("body")) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static boolean isPlausible(Instant time) {
    return time.isAfter(Instant.parse("1995-01-01T00:00:00Z"))
        && time.isBefore(Instant.now().plusSeconds(86_400));
  }
}
