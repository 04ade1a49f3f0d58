package dev.dateline.ingest.extract;

import dev.dateline.ingest.text.StatedTime;
import java.time.Instant;

/**
 * When an article was published.
 *
 * @param stated as the publisher states it, to the day or to the second
 * @param evidence where it was stated: {@code json-ld}, {@code microdata}, the name of a meta
 *     element, {@code url}, {@code script}, {@code time}, {@code text}, or the member of a format
 */
public record Dating(StatedTime stated, String evidence) {

  /** The instant; of a day, its midnight in UTC. */
  public Instant instant() {
    return stated.instant();
  }
}
