package dev.dateline.ingest.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads times as publishers write them: ISO 8601, RFC 822 and what is made of it (months in their
 * own language, no weekday, two digits of a year, no seconds, no zone, {@code 24:00}), dates in
 * figures, and what pages show to readers. A time without a zone counts as UTC; of a time whose
 * zone is written and not known, only the day counts. A date without a year is none.
 */
public final class WrittenTime {

  private static final int LONGEST = 80;
  private static final int SEARCHED = 300;

  private WrittenTime() {}

  /** The instant, where the text is a time. */
  public static Optional<Instant> parse(String text) {
    return stated(text).map(StatedTime::instant);
  }

  /** The same, with the offset that was written. */
  public static Optional<StatedTime> stated(String text) {
    Optional<StatedTime> exact = PublicationTime.stated(text);
    return exact.isPresent() || text.length() > LONGEST
        ? exact
        : WrittenDate.stated(FoldedText.of(text.strip())).map(WrittenTime::at);
  }

  /**
   * The first date that stands in a text, with the time behind it, where one does.
   *
   * @param text some words, such as a byline; of a longer one the start is searched
   */
  public static Optional<StatedTime> find(String text) {
    String start = text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
    return WrittenDate.find(FoldedText.of(start)).map(WrittenTime::at);
  }

  private static StatedTime at(WrittenDate date) {
    return WrittenClock.beside(date.before(), date.behind())
        .map(clock -> at(date, clock))
        .orElseGet(() -> StatedTime.of(date.day()));
  }

  /** Americans write the month first, and tell the time by am and pm or by their zones. */
  private static StatedTime at(WrittenDate date, WrittenClock clock) {
    WrittenZone zone = clock.zone();
    boolean isAmerican = zone.isAmerican() || (clock.isEnglish() && !zone.isWritten());
    LocalDate day = isAmerican ? date.american() : date.day();
    ZoneId id = zone.id();
    return id == null
        ? StatedTime.of(day)
        : new StatedTime(
            LocalDateTime.of(day.plusDays(clock.isNextDay() ? 1 : 0), clock.time())
                .atZone(id)
                .toOffsetDateTime(),
            false);
  }
}
