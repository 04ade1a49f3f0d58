package dev.dateline.app.takedown;

import java.time.Instant;
import java.util.Optional;

/**
 * Something of an article that is still there.
 *
 * @param place a record as {@code topic-partition@offset}, or a table
 * @param what what it holds, for a person
 * @param fate what becomes of it
 * @param goneBy when that has happened at the latest; empty where nothing says when
 */
public record Remain(String place, String what, Fate fate, Optional<Instant> goneBy) {

  /** What becomes of what is left. */
  public enum Fate {
    /** Its topic keeps records for a time, and forgets them then. */
    EXPIRES,
    /** A tombstone, or a newer record of the same key, lies behind it: compaction removes it. */
    COMPACTED,
    /** Enrich or sink has not come to the takedown yet; they will, once they run. */
    AWAITED,
    /** It stays until somebody does what it says. */
    STAYS
  }
}
