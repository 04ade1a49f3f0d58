package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.StatedTime;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When an article was published.
 *
 * @param stated as the publisher states it, to the day or to the second
 * @param evidence where it was stated: {@code json-ld}, {@code microdata}, the name of a meta
 *     element, {@code url}, {@code script}, {@code time}, {@code text}, {@code feed}, {@code
 *     sitemap}, or the member of a format
 */
public record Dating(StatedTime stated, String evidence) {

  /** A time of which the offset that was written is not known any more. */
  static Dating of(Instant time, String evidence) {
    return new Dating(new StatedTime(time.atOffset(ZoneOffset.UTC), false), evidence);
  }

  /** The instant; of a day, its midnight in UTC. */
  public Instant instant() {
    return stated.instant();
  }
}
