package dev.dateline.enrich.register;

import dev.dateline.schemas.RegisterEntry;
import dev.dateline.schemas.SourceMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an entry remembers of contents and sources. Contents are given by their identity. */
final class EntryMemory {

  /** Contents beyond these are forgotten; when they come again, late, they are history again. */
  static final int MAX_PAST_CONTENTS = 32;

  /** Sources beyond these are forgotten, the one that spoke longest ago first. */
  static final int MAX_SOURCES = 16;

  private final RegisterEntry entry;
  private final String latest;

  EntryMemory(RegisterEntry entry) {
    this.entry = entry;
    this.latest = new Contents(entry.getFieldHashes()).identity();
  }

  /** Identity of the latest content; that before the deletion, where it is deleted. */
  String latest() {
    return latest;
  }

  /** Whether this is the latest content; to a source that is new here, title and text decide. */
  boolean isLatest(String content, String source) {
    return latest.equals(content)
        || (said(source).isEmpty() && Contents.sameEssence(latest, content));
  }

  /** Whether this content was seen; to a source that is new here, title and text decide. */
  boolean knows(String content, String source) {
    boolean newSource = said(source).isEmpty();
    return isLatest(content, source)
        || entry.getPastContents().stream()
            .anyMatch(
                past -> past.equals(content) || (newSource && Contents.sameEssence(past, content)));
  }

  /** Whether the source said this last. */
  boolean saidLast(String content, String source) {
    return said(source).filter(memory -> memory.getContent().equals(content)).isPresent();
  }

  /** Whether the source said this, or something after it, at this time or later. */
  boolean heardSince(String source, Instant observedAt) {
    return said(source).filter(memory -> !memory.getObservedAt().isBefore(observedAt)).isPresent();
  }

  /** When the article was last observed, through any source. */
  Instant lastSeen() {
    return Stream.concat(
            Stream.of(entry.getLatestObservedAt()),
            entry.getSources().stream().map(SourceMemory::getObservedAt))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Optional<SourceMemory> said(String source) {
    return entry.getSources().stream()
        .filter(memory -> memory.getSource().equals(source))
        .findFirst();
  }

  /** The past contents with one more, and without what is the latest now. */
  List<String> pastWith(String content, String latestNow) {
    List<String> past = new ArrayList<>(entry.getPastContents());
    if (!past.contains(content)) {
      past.add(content);
    }
    past.remove(latestNow);
    return past.subList(Math.max(0, past.size() - MAX_PAST_CONTENTS), past.size());
  }

  /** The sources, one of which said this; unchanged where it said something later. */
  List<SourceMemory> sourcesWith(String source, String content, Instant observedAt) {
    Optional<SourceMemory> before = said(source);
    if (before.filter(memory -> memory.getObservedAt().isAfter(observedAt)).isPresent()) {
      return entry.getSources();
    }
    List<SourceMemory> sources = new ArrayList<>(entry.getSources());
    before.ifPresent(sources::remove);
    sources.add(new SourceMemory(source, content, observedAt));
    return sources.subList(Math.max(0, sources.size() - MAX_SOURCES), sources.size());
  }
}
