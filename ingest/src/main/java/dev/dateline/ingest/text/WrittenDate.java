package dev.dateline.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.ThaiBuddhistDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day as somebody wrote it.
 *
 * @param day with the day before the month where both are figures, as most of the world writes
 * @param american the same with the month first; equal where that is no question
 * @param before what stands before it in its text, and before its year
 * @param behind what stands behind it
 */
record WrittenDate(LocalDate day, LocalDate american, int start, String before, String behind) {

  /** From here on years are those of the Buddhist era. */
  private static final int BUDDHIST = 2400;

  private static final String FULL_YEAR = "(?=(?:19|20|25)\\d{2}(?!\\d))";

  /** No clock is a year. */
  private static final String SHORT_YEAR = "(?=\\d{2}(?!\\d|[:.hH]\\d))";

  private static final String YEAR = "(?<year>\\d{2,4})";
  private static final String BEGINNING_YEAR = "(?<!\\d)" + FULL_YEAR + YEAR;
  private static final String DAY = "(?<day>\\d{1,2})";
  private static final String BEGINNING_DAY = "(?<!\\d)(?<!\\d\\.)" + DAY;
  private static final String FIGURE = "(?<month>\\d{1,2})";
  private static final String NAME =
      "(?<![\\p{L}\\p{M}])(?<month>" + MonthNames.WORD + ")[.'’׳॰]?,?";

  private static final String ORDINAL = "(?:st|nd|rd|th|er|re|o|a|°)?";
  private static final String OF = "(?:of |del? |di |d['’])?";

  private static final Pattern FIGURES =
      Pattern.compile(
          BEGINNING_DAY
              + "(?<by>[-/.]) ?"
              + FIGURE
              + "\\k<by>(?: ?"
              + FULL_YEAR
              + "|(?<!-)"
              + SHORT_YEAR
              + ")"
              + YEAR
              + "(?!\\k<by>\\d)");

  /** Two digits are a year only where no space stands before them. */
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          BEGINNING_DAY
              + ORDINAL
              + "[ .\\-/]{1,3}"
              + OF
              + NAME
              + "(?:[ .\\-/]{1,3}"
              + OF
              + FULL_YEAR
              + "|(?:[-/.]| ['’])"
              + SHORT_YEAR
              + ")"
              + YEAR);

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              BEGINNING_YEAR + " ?(?<by>[-/.]) ?" + FIGURE + " ?\\k<by> ?" + DAY + "(?!\\d)"),
          Pattern.compile(BEGINNING_YEAR + " ?[年년] ?" + FIGURE + " ?[月월] ?" + DAY + "(?!\\d)"),
          FIGURES,
          DAY_FIRST,
          Pattern.compile( // and, as Unix has it, a clock before the year
              NAME
                  + "[ \\-/.]{1,2}"
                  + DAY
                  + ORDINAL
                  + "(?:, ?| {1,2}|[-/])(?:[\\d:]{4,8} {1,2}(?:\\S{1,9} {1,2})?)?"
                  + FULL_YEAR
                  + YEAR),
          Pattern.compile( // Hungarian, Lithuanian
              BEGINNING_YEAR
                  + "[.,]?[ \\-/](?:m\\. ?)?"
                  + NAME
                  + "[ \\-/]{1,2}"
                  + DAY
                  + "(?!\\d|[:.h]\\d)"),
          Pattern.compile( // Latvian, Kazakh
              BEGINNING_YEAR + "\\.? (?:gada|жылғы) " + DAY + "\\.? " + NAME),
          Pattern.compile( // Vietnamese
              BEGINNING_DAY + " thang " + FIGURE + ",?(?: nam)? " + FULL_YEAR + YEAR));

  /** As feeds shorten it: a year of two digits, and a clock or nothing behind that. */
  private static final Pattern BRIEF =
      Pattern.compile(BEGINNING_DAY + " " + NAME + " (?=\\d{2}(?: \\d{1,2}:\\d{2}|$))" + YEAR);

  /** The first date that stands in a folded text. */
  static Optional<WrittenDate> find(String text) {
    return first(text, PATTERNS.stream());
  }

  /** The same in a text that is there to state a time. */
  static Optional<WrittenDate> stated(String text) {
    return first(text, Stream.concat(PATTERNS.stream(), Stream.of(BRIEF)));
  }

  private static Optional<WrittenDate> first(String text, Stream<Pattern> patterns) {
    return patterns
        .flatMap(pattern -> first(text, pattern).stream())
        .min(Comparator.comparingInt(WrittenDate::start));
  }

  /** The first match that is a day of the calendar. */
  private static Optional<WrittenDate> first(String text, Pattern pattern) {
    Matcher date = pattern.matcher(text);
    while (date.find()) {
      int year = year(date.group("year"));
      int day = Integer.parseInt(date.group("day"));
      int month = month(date.group("month"));
      Optional<LocalDate> monthFirst =
          pattern == FIGURES ? day(year, day, month) : Optional.empty();
      Optional<LocalDate> read = day(year, month, day).or(() -> monthFirst);
      if (read.isPresent()) {
        int beforeYear = Math.max(date.end("day"), date.end("month"));
        String within =
            date.end("year") == date.end() && date.start("year") > beforeYear
                ? text.substring(beforeYear, date.start("year"))
                : "";
        return Optional.of(
            new WrittenDate(
                read.get(),
                monthFirst.filter(other -> !date.group("by").equals(".")).orElse(read.get()),
                date.start(),
                text.substring(0, date.start()) + " " + within,
                text.substring(date.end())));
      }
    }
    return Optional.empty();
  }

  private static int year(String written) {
    int year = Integer.parseInt(written);
    return written.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  /** Zero, which is no month, where it is none. */
  private static int month(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : MonthNames.month(written).map(Month::getValue).orElse(0);
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(
          year < BUDDHIST
              ? LocalDate.of(year, month, day)
              : LocalDate.from(ThaiBuddhistDate.of(year, month, day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
