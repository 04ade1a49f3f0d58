package dev.dateline.console;

import dev.dateline.schemas.EnrichedArticle;
import java.util.Comparator;

/**
 * A revision that the console keeps.
 *
 * @param sequence number of its arrival in this process
 * @param position where it lies: {@code topic-partition:offset}
 * @param timestamp of the record, milliseconds since 1970 UTC
 * @param bytes size of the record's value
 */
record FeedEntry(long sequence, String position, long timestamp, int bytes, EnrichedArticle event) {

  /** Oldest first; partitions are read one after the other, so arrival alone is no order. */
  static final Comparator<FeedEntry> BY_TIME =
      Comparator.comparingLong(FeedEntry::timestamp).thenComparingLong(FeedEntry::sequence);
}
