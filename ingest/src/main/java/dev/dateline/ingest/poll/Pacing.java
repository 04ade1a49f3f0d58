package dev.dateline.ingest.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a source is asked. The interval aims at overlap: of the items that a poll meets, a
 * third to two thirds are to be known already. With less, items may be scrolled out between two
 * polls; with more, the server is asked for nothing.
 *
 * @param first interval before anything is known of a source
 * @param shortest no source is asked more often
 * @param longest no source that is well is asked less often, whatever it wishes
 */
public record Pacing(Duration first, Duration shortest, Duration longest) {

  private static final double LEAST_OVERLAP = 1 / 3.0;
  private static final double MOST_OVERLAP = 2 / 3.0;
  private static final double SLOWER = 1.5;
  private static final double FASTER = 0.5;
  private static final double MUCH_FASTER = 0.25;

  /** A poll that found no news says less than one that shows how much is known. */
  private static final double UNCHANGED = 1.25;

  private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
  private static final Duration REVIVAL = Duration.ofDays(7);
  private static final double STEEPEST = 10;

  /** The interval after a document with so many items, of which so many were known. */
  public Duration afterItems(Duration interval, int items, int known) {
    if (items == 0) {
      return bounded(scaled(interval, SLOWER));
    }
    double overlap = known / (double) items;
    double factor =
        overlap > MOST_OVERLAP
            ? SLOWER
            : overlap >= LEAST_OVERLAP ? 1 : known > 0 ? FASTER : MUCH_FASTER;
    return bounded(scaled(interval, factor));
  }

  /** The interval after the answer that nothing changed. */
  public Duration afterUnchanged(Duration interval) {
    return bounded(scaled(interval, UNCHANGED));
  }

  /**
   * How long to wait after a failure: the interval doubled for each failure in a row, a day at
   * most.
   *
   * @param failures their weight, see {@link Trouble#weight}
   * @param jitter from 0 to 1, so that sources which failed together do not come back together
   * @param asked what the server asked for, which is kept to where it is longer
   */
  public Duration backOff(
      Duration interval, double failures, double jitter, @Nullable Duration asked) {
    double factor = Math.pow(2, Math.min(failures, STEEPEST));
    Duration wait = smaller(scaled(interval, factor), LONGEST_BACK_OFF);
    wait = scaled(wait, 0.8 + 0.4 * jitter);
    return asked == null ? wait : larger(wait, smaller(asked, LONGEST_BACK_OFF));
  }

  /** How long to wait before a dead source is asked again. */
  public Duration revival(double jitter) {
    return scaled(REVIVAL, 0.8 + 0.4 * jitter);
  }

  /**
   * The time until the next poll: the interval, but no less than what the source wishes.
   *
   * @param wishes of the feed ({@code ttl}) or of HTTP ({@code Cache-Control}); none is null
   */
  public Duration wait(Duration interval, @Nullable Duration... wishes) {
    Duration wait = interval;
    for (Duration wish : wishes) {
      wait = wish == null ? wait : larger(wait, smaller(wish, longest));
    }
    return wait;
  }

  private Duration bounded(Duration interval) {
    return larger(shortest, smaller(interval, longest));
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }

  private static Duration smaller(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration larger(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
