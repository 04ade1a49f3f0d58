package dev.dateline.ingest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers values for a while; over a total weight it forgets what was not used for longest. */
final class TimedCache<V> {

  private final Clock clock;
  private final long mostWeight;
  private final Map<String, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  /**
   * @param mostWeight sum of the weights that are kept
   */
  TimedCache(Clock clock, long mostWeight) {
    this.clock = clock;
    this.mostWeight = mostWeight;
  }

  /** The value, while it is fresh. */
  synchronized Optional<V> fresh(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> clock.instant().isBefore(entry.expires))
        .map(Entry::value);
  }

  /** The value, fresh or not, where it is still there. */
  synchronized Optional<V> any(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  synchronized void put(String key, V value, Duration life, long itsWeight) {
    Entry<V> former = entries.put(key, new Entry<>(value, clock.instant().plus(life), itsWeight));
    weight += itsWeight - (former == null ? 0 : former.weight);
    Iterator<Entry<V>> eldest = entries.values().iterator();
    while (weight > mostWeight && entries.size() > 1) {
      weight -= eldest.next().weight;
      eldest.remove();
    }
  }

  private record Entry<V>(V value, Instant expires, long weight) {}
}
