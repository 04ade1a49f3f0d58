package dev.dateline.ingest.extract;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides between the metadata of a page that state several days of publication: content systems
 * state that of the draft, of the first publication or of the last change, and each vocabulary is
 * filled by another part of them. The day that readers see is the one that the publisher stands by.
 */
final class RivalDates {

  /** How far apart the clocks of two zones are at most. */
  private static final Duration ZONES = Duration.ofHours(14);

  private RivalDates() {}

  /**
   * @param first the date that would be taken
   * @param rivals all that metadata state as the time of publication
   * @param shown the date that a reader sees; asked for only where days differ
   * @return the first, or the rival of the day that is shown where the first is of another one
   */
  static Dating shown(Dating first, List<Dating> rivals, Supplier<Optional<Dating>> shown) {
    List<Dating> others = rivals.stream().filter(rival -> isOther(rival, first)).toList();
    return others.isEmpty()
        ? first
        : shown
            .get()
            .filter(seen -> !day(seen).equals(day(first)))
            .flatMap(
                seen -> others.stream().filter(rival -> day(rival).equals(day(seen))).findFirst())
            .orElse(first);
  }

  /** Whether two are of different days, and not the same time of day in different zones. */
  private static boolean isOther(Dating one, Dating other) {
    return !day(one).equals(day(other))
        && Duration.between(one.instant(), other.instant()).abs().compareTo(ZONES) > 0;
  }

  private static LocalDate day(Dating dating) {
    return dating.stated().time().toLocalDate();
  }
}
