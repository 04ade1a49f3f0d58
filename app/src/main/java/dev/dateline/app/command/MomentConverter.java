package dev.dateline.app.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment in ISO 8601: a date, which begins in UTC, or a time with its offset. */
final class MomentConverter implements ITypeConverter<Instant> {

  private static final int DATE = "2026-03-01".length();

  @Override
  public Instant convert(String value) {
    try {
      return value.length() == DATE
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + value + "' is no time: write 2026-03-01, or 2026-03-01T12:00:00Z");
    }
  }
}
