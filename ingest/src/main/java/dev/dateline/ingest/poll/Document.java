package dev.dateline.ingest.poll;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fetched document shows.
 *
 * @param entries in the order of the document
 * @param timeToLive for how long the document says that it stays as it is
 * @param hub address of its WebSub hub, as it writes it
 * @param self address that it calls its own
 */
record Document(
    List<Entry> entries,
    @Nullable Duration timeToLive,
    @Nullable String hub,
    @Nullable String self) {

  Document(List<Entry> entries) {
    this(entries, null, null, null);
  }

  /**
   * One item of it.
   *
   * @param isTeaser whether the page behind it has more to tell
   */
  record Entry(Sighting sighting, boolean isTeaser) {}

  Document {
    entries = List.copyOf(entries);
  }
}
