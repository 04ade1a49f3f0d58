package dev.dateline.console;

import dev.dateline.schemas.Change;
import dev.dateline.schemas.EnrichedArticle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest revisions, bounded in number and bytes, and those who follow them. Thread-safe. */
final class ArticleFeed {

  /** Readers at most; each takes a thread of the endpoint. */
  static final int MAX_SUBSCRIPTIONS = 64;

  private static final long MAX_BYTES = 16L << 20;

  private final int capacity;
  private final NavigableSet<FeedEntry> entries = new TreeSet<>(FeedEntry.BY_TIME);
  private final Set<Subscription> subscriptions = new HashSet<>();
  private long bytes;
  private long sequence;
  private boolean closed;

  /**
   * @param capacity revisions kept
   */
  ArticleFeed(int capacity) {
    this.capacity = capacity;
  }

  /** Takes a revision and tells the subscribers. */
  synchronized void add(String position, long timestamp, int size, EnrichedArticle event) {
    FeedEntry entry = new FeedEntry(++sequence, position, timestamp, size, event);
    entries.add(entry);
    bytes += size;
    while (entries.size() > capacity || (bytes > MAX_BYTES && entries.size() > 1)) {
      bytes -= entries.pollFirst().bytes();
    }
    tell(new Signal.Arrived(entry));
  }

  /** Forgets a revision that was taken down and tells the subscribers. */
  synchronized void remove(String id, int revision) {
    for (FeedEntry entry : List.copyOf(entries)) {
      if (entry.event().getId().equals(id) && entry.event().getRevision() == revision) {
        entries.remove(entry);
        bytes -= entry.bytes();
      }
    }
    tell(new Signal.Removed(id, revision));
  }

  /** The newest revision of each article that was not withdrawn, newest first. */
  synchronized List<EnrichedArticle> articles(Predicate<EnrichedArticle> filter, int limit) {
    Map<String, EnrichedArticle> newest = new LinkedHashMap<>();
    for (FeedEntry entry : entries.descendingSet()) {
      if (entry.event().getChange() != Change.HISTORICAL) {
        newest.merge(
            entry.event().getId(),
            entry.event(),
            (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
      }
    }
    return newest.values().stream()
        .filter(event -> event.getChange() != Change.DELETED)
        .filter(filter)
        .limit(limit)
        .toList();
  }

  /**
   * Follows the feed.
   *
   * @param recent how many of the revisions in memory come first
   * @param lastSeen position of the last revision that the reader saw; the revisions since then
   *     come first instead, after a {@link Signal.Gap} where some of them may be gone
   * @return empty where too many follow already, or the console stops
   */
  synchronized Optional<Subscription> subscribe(
      Predicate<EnrichedArticle> filter, int recent, @Nullable String lastSeen) {
    if (closed || subscriptions.size() >= MAX_SUBSCRIPTIONS) {
      return Optional.empty();
    }
    List<Signal> backlog = lastSeen == null ? newest(filter, recent) : since(filter, lastSeen);
    Subscription subscription = new Subscription(filter, backlog, this::leave);
    subscriptions.add(subscription);
    return Optional.of(subscription);
  }

  /** How many follow now. */
  synchronized int followers() {
    return subscriptions.size();
  }

  /** Ends every subscription. */
  synchronized void close() {
    closed = true;
    subscriptions.forEach(Subscription::end);
    subscriptions.clear();
  }

  private synchronized void leave(Subscription subscription) {
    subscriptions.remove(subscription);
  }

  private void tell(Signal signal) {
    subscriptions.removeIf(subscription -> !subscription.offer(signal));
  }

  private List<Signal> newest(Predicate<EnrichedArticle> filter, int recent) {
    List<Signal> signals =
        new ArrayList<>(arrived(entries.descendingSet().stream(), filter).limit(recent).toList());
    Collections.reverse(signals);
    return signals;
  }

  private List<Signal> since(Predicate<EnrichedArticle> filter, String lastSeen) {
    Optional<FeedEntry> last =
        entries.stream().filter(entry -> entry.position().equals(lastSeen)).findFirst();
    long after = last.map(FeedEntry::sequence).orElse(0L);
    List<Signal> signals = new ArrayList<>();
    if (last.isEmpty()) {
      signals.add(new Signal.Gap());
    }
    Stream<FeedEntry> newer =
        entries.stream()
            .filter(entry -> entry.sequence() > after)
            .sorted(Comparator.comparingLong(FeedEntry::sequence));
    signals.addAll(arrived(newer, filter).toList());
    return signals;
  }

  private static Stream<Signal> arrived(
      Stream<FeedEntry> entries, Predicate<EnrichedArticle> filter) {
    return entries.filter(entry -> filter.test(entry.event())).map(Signal.Arrived::new);
  }
}
