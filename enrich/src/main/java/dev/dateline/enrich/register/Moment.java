package dev.dateline.enrich.register;

import dev.dateline.schemas.Article;
import dev.dateline.schemas.RegisterEntry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an observation stands in time. The publisher's clock decides where both sides state it,
 * otherwise, and where it is equal, the time of observation.
 *
 * @param updatedAt last change as the publisher states it; null where it does not, or implausibly
 * @param observedAt when it was read
 */
record Moment(@Nullable Instant updatedAt, Instant observedAt) {

  /** Publishers' clocks and time zones are off by as much as a day; more is a wrong date. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** Earlier than any news site: zero of a clock, or an empty field that was parsed. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  static Moment of(Article article) {
    return new Moment(plausible(article), article.getObservedAt());
  }

  static Moment latestOf(RegisterEntry entry) {
    return new Moment(entry.getLatestUpdatedAt(), entry.getLatestObservedAt());
  }

  private static @Nullable Instant plausible(Article article) {
    Instant updated = article.getUpdatedAt();
    if (updated == null
        || updated.isBefore(EARLIEST)
        || updated.isAfter(article.getObservedAt().plus(TOLERANCE))) {
      return null;
    }
    Instant published = article.getPublishedAt();
    return published != null && updated.isBefore(published.minus(TOLERANCE)) ? null : updated;
  }

  /** Negative where this is older than the other, zero where no clock tells them apart. */
  int compareTo(Moment other) {
    int byPublisher = compareByPublisher(other);
    return byPublisher != 0 ? byPublisher : observedAt.compareTo(other.observedAt);
  }

  /** The comparison by the publisher's clock alone; zero where one of them does not state it. */
  int compareByPublisher(Moment other) {
    return updatedAt == null || other.updatedAt == null ? 0 : updatedAt.compareTo(other.updatedAt);
  }

  /** This moment, seen again in an observation whose publisher's clock does not count. */
  Moment seenAgain(Article observation) {
    return latest(new Moment(null, observation.getObservedAt()));
  }

  /** The later of each clock. */
  Moment latest(Moment other) {
    Instant updated =
        updatedAt == null || (other.updatedAt != null && other.updatedAt.isAfter(updatedAt))
            ? other.updatedAt
            : updatedAt;
    return new Moment(
        updated, observedAt.isAfter(other.observedAt) ? observedAt : other.observedAt);
  }
}
