package dev.dateline.ingest.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A time as somebody wrote it.
 *
 * @param time with the offset that was written; UTC where none was
 * @param isDay whether no more than a day was written, of which this is the midnight in UTC
 */
public record StatedTime(OffsetDateTime time, boolean isDay) {

  /** A day of which no time is known. */
  public static StatedTime of(LocalDate day) {
    return new StatedTime(day.atStartOfDay().atOffset(ZoneOffset.UTC), true);
  }

  /** The same on the time line. */
  public Instant instant() {
    return time.toInstant();
  }
}
