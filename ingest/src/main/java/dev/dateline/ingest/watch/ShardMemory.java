package dev.dateline.ingest.watch;

import dev.dateline.ingest.poll.ItemMemory;
import dev.dateline.ingest.poll.SourcePoll;
import dev.dateline.schemas.PollMemory;
import dev.dateline.schemas.SourceItem;
import dev.dateline.schemas.SourceLease;
import dev.dateline.schemas.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is remembered of the sources of one partition, as its topic has it. */
final class ShardMemory {

  private final Map<String, SourceState> states = new ConcurrentHashMap<>();
  private final Map<String, ItemMemory> items = new ConcurrentHashMap<>();
  private final Map<String, SourceLease> leases = new ConcurrentHashMap<>();

  /**
   * Takes one record of the topic.
   *
   * @param value null for a tombstone
   */
  void apply(String key, @Nullable PollMemory value) {
    if (value == null) {
      int slash = key.lastIndexOf('/');
      if (slash < 0) {
        states.remove(key);
      } else {
        items(key.substring(0, slash)).remove(key.substring(slash + 1));
      }
    } else if (value.getState() != null) {
      states.put(value.getSourceId(), value.getState());
    } else if (value.getItem() != null) {
      items(value.getSourceId()).put(value.getItem());
    }
  }

  SourceState state(String sourceId, Instant now) {
    return Objects.requireNonNullElseGet(states.get(sourceId), () -> SourcePoll.unasked(now));
  }

  void put(String sourceId, SourceState state) {
    states.put(sourceId, state);
  }

  ItemMemory items(String sourceId) {
    return items.computeIfAbsent(sourceId, id -> new ItemMemory());
  }

  /** The lease of a token; null where there is none. */
  @Nullable SourceLease lease(String token) {
    return leases.get(token);
  }

  void putLease(SourceLease lease) {
    leases.put(lease.getToken(), lease);
  }

  void removeLease(String token) {
    leases.remove(token);
  }

  Collection<SourceLease> leases() {
    return leases.values();
  }

  Collection<SourceState> states() {
    return states.values();
  }

  /** The sources that something is remembered of. */
  List<String> sources() {
    List<String> all = new ArrayList<>(states.keySet());
    items.forEach(
        (id, memory) -> {
          if (!memory.items().isEmpty() && !states.containsKey(id)) {
            all.add(id);
          }
        });
    return all;
  }

  /** The keys of all that is remembered of a source. */
  List<String> keys(String sourceId) {
    List<String> keys = new ArrayList<>();
    for (SourceItem item : items(sourceId).items()) {
      keys.add(sourceId + "/" + item.getArticleId());
    }
    keys.add(sourceId);
    return keys;
  }

  void forget(String sourceId) {
    states.remove(sourceId);
    items.remove(sourceId);
  }
}
