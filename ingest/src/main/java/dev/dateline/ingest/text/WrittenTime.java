package dev.dateline.ingest.text;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as publishers write them: ISO 8601, RFC 822 and what is made of it (months in their
 * own language, no weekday, two digits of a year, no seconds, no zone, {@code 24:00}), dates in
 * figures. A time without a zone counts as UTC.
 */
public final class WrittenTime {

  private static final int LONGEST = 80;

  /** Zones of RFC 822 and those that are written most; minutes east of Greenwich. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -300),
          Map.entry("EDT", -240),
          Map.entry("CST", -360),
          Map.entry("CDT", -300),
          Map.entry("MST", -420),
          Map.entry("MDT", -360),
          Map.entry("PST", -480),
          Map.entry("PDT", -420),
          Map.entry("BST", 60),
          Map.entry("CET", 60),
          Map.entry("CEST", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("MSK", 180),
          Map.entry("JST", 540),
          Map.entry("KST", 540),
          Map.entry("IST", 330),
          Map.entry("AEST", 600),
          Map.entry("AEDT", 660));

  private static final Map<String, Integer> MONTHS = months();

  private static final int SEARCHED = 300;

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)");

  /** Day, month, year; with spaces where points are between them. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:[./]|\\.\\h)(\\d{1,2})"
              + "(?:[./]((?:19|20)\\d{2}|\\d{2})|\\.\\h((?:19|20)\\d{2}))(?![\\d/])");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[ .\\-/]+(?:de |d')?(\\p{L}{3,12})\\.?,?[ .\\-/]+(?:de )?(\\d{4}|\\d{2})\\b");

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(\\p{L}{3,12})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(?:[\\d:]+ +(?:\\w{1,5} +)?)?(\\d{4})\\b");

  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([AaPp](?:\\.\\s?)?[Mm])?");

  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})\\s*(?:\\(.*)?$");

  private WrittenTime() {}

  /** The instant, where the text is a time. */
  public static Optional<Instant> parse(String text) {
    return stated(text).map(StatedTime::instant);
  }

  /** The same, with the offset that was written. */
  public static Optional<StatedTime> stated(String text) {
    Optional<StatedTime> exact = PublicationTime.stated(text);
    return exact.isPresent() || text.length() > LONGEST ? exact : find(text.strip());
  }

  /**
   * The first date that stands in a text, with the time behind it, where one does.
   *
   * @param text some words, such as a byline; of a longer one the start is searched
   */
  public static Optional<StatedTime> find(String text) {
    String start = text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
    try {
      return date(start).map(date -> at(date, start));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.find()) {
      return Optional.of(
          of(yearFirst.group(1), Integer.parseInt(yearFirst.group(2)), yearFirst.group(3)));
    }
    Matcher figures = FIGURES.matcher(text);
    if (figures.find()) {
      return Optional.of(ofFigures(figures));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    while (dayFirst.find()) {
      Integer month = month(dayFirst.group(2));
      if (month != null) {
        return Optional.of(of(dayFirst.group(3), month, dayFirst.group(1)));
      }
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    while (monthFirst.find()) {
      Integer month = month(monthFirst.group(1));
      if (month != null) {
        return Optional.of(of(monthFirst.group(3), month, monthFirst.group(2)));
      }
    }
    return Optional.empty();
  }

  /** Day before month, as most of the world writes; the other way where only that is a date. */
  private static LocalDate ofFigures(Matcher figures) {
    int month = Integer.parseInt(figures.group(2));
    String year = figures.group(3) == null ? figures.group(4) : figures.group(3);
    return month > 12
        ? of(year, Integer.parseInt(figures.group(1)), figures.group(2))
        : of(year, month, figures.group(1));
  }

  private static LocalDate of(String year, int month, String day) {
    int number = Integer.parseInt(year);
    int full = year.length() == 4 ? number : number < 70 ? 2000 + number : 1900 + number;
    return LocalDate.of(full, month, Integer.parseInt(day));
  }

  private static StatedTime at(LocalDate date, String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.find()) {
      return StatedTime.of(date);
    }
    int hour = Integer.parseInt(clock.group(1));
    if (clock.group(4) != null) {
      hour = hour % 12 + (Character.toLowerCase(clock.group(4).charAt(0)) == 'p' ? 12 : 0);
    }
    int second = clock.group(3) == null ? 0 : Math.min(59, Integer.parseInt(clock.group(3)));
    LocalTime time = LocalTime.of(hour % 24, Integer.parseInt(clock.group(2)), second);
    return new StatedTime(
        OffsetDateTime.of(
            date.plusDays(hour / 24), time, zone(text.substring(clock.end()).strip())),
        false);
  }

  private static ZoneOffset zone(String rest) {
    Matcher offset = OFFSET.matcher(rest);
    if (offset.find()) {
      int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
      return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
    }
    String name = rest.split("[^\\p{L}]", 2)[0].toUpperCase(Locale.ROOT);
    return ZoneOffset.ofTotalSeconds(60 * ZONES.getOrDefault(name, 0));
  }

  private static @Nullable Integer month(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Integer whole = MONTHS.get(key);
    return whole != null || key.length() <= 3 ? whole : MONTHS.get(key.substring(0, 3));
  }

  /** Names of months in the languages that publish feeds, short and long, English first. */
  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language :
        List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "ro", "bg",
            "ru", "uk", "sv", "da", "no", "fi", "hu", "tr", "el")) {
      DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
      for (int i = 0; i < 12; i++) {
        for (String name : List.of(symbols.getMonths()[i], symbols.getShortMonths()[i])) {
          String key = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
          if (key.length() >= 3) {
            months.putIfAbsent(key, i + 1);
          }
        }
      }
    }
    return Map.copyOf(months);
  }
}
