package dev.dateline.console;

/** What a subscriber is told next. */
sealed interface Signal {

  /** A revision arrived. */
  record Arrived(FeedEntry entry) implements Signal {}

  /** A revision was taken down: forget it. */
  record Removed(String id, int revision) implements Signal {}

  /** Revisions between the last one seen and the next one are no longer in memory. */
  record Gap() implements Signal {}

  /** The subscriber was too slow; nothing follows. */
  record Dropped() implements Signal {}

  /** Nothing happened for a while. */
  record Idle() implements Signal {}

  /** The console stops; nothing follows. */
  record Closed() implements Signal {}
}
