package dev.dateline.ingest.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Comparisons of times of which one may not be known. */
final class Instants {

  private Instants() {}

  /** Whether a time has come; one that is not known has. */
  static boolean isOver(@Nullable Instant time, Instant now) {
    return time == null || !time.isAfter(now);
  }

  /** Whether a time is known, and after another one. */
  static boolean isAfter(@Nullable Instant time, Instant other) {
    return time != null && time.isAfter(other);
  }

  /** The later one of two times. */
  static Instant later(@Nullable Instant time, Instant other) {
    return time != null && time.isAfter(other) ? time : other;
  }
}
