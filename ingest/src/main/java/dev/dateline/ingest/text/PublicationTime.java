package dev.dateline.ingest.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that machines write: ISO 8601 in its usual shapes and in figures alone, RFC 1123,
 * seconds or milliseconds since 1970. A time without an offset counts as UTC, a date as its
 * midnight in UTC.
 */
public final class PublicationTime {

  private static final int LONGEST = 64;
  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[ ]")
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** ISO 8601 without its separators. */
  private static final Pattern BASIC =
      Pattern.compile(
          "((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[Tt]?(\\d{2})(\\d{2})(\\d{2})(.{0,9}))?");

  private PublicationTime() {}

  /** The instant, where the text is a time between the years 1000 and 9999. */
  public static Optional<Instant> parse(@Nullable String text) {
    return stated(text).map(StatedTime::instant);
  }

  /** The same, with the offset that was written. */
  static Optional<StatedTime> stated(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    String value = text.strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(value))
          .filter(t -> !t.instant().isBefore(FIRST) && !t.instant().isAfter(LAST));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static StatedTime read(String written) {
    Matcher basic = BASIC.matcher(written);
    String value =
        basic.matches()
            ? basic.replaceFirst(basic.group(4) == null ? "$1-$2-$3" : "$1-$2-$3T$4:$5:$6$7")
            : written;
    if (value.chars().allMatch(c -> c >= '0' && c <= '9') && value.length() >= 9) {
      long number = Long.parseLong(value);
      Instant time =
          value.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return new StatedTime(time.atOffset(ZoneOffset.UTC), false);
    }
    if (Character.isLetter(value.charAt(0)) || value.indexOf('-') < 0) {
      return new StatedTime(
          OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME), false);
    }
    TemporalAccessor parsed =
        ISO.parseBest(value, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime time) {
      return new StatedTime(time, false);
    }
    return parsed instanceof LocalDateTime time
        ? new StatedTime(time.atOffset(ZoneOffset.UTC), false)
        : StatedTime.of(LocalDate.from(parsed));
  }
}
