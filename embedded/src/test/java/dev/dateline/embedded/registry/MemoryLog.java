package dev.dateline.embedded.registry;

import java.util.ArrayList;
import java.util.List;

/** A log that outlives the registries over it, and can refuse to take an entry. */
final class MemoryLog implements RegistryLog {

  private final List<RegistryEntry> entries = new ArrayList<>();
  private boolean broken;

  /** The next entry is kept, but the writer hears that it failed. */
  void failNext() {
    broken = true;
  }

  @Override
  public List<RegistryEntry> load() {
    return List.copyOf(entries);
  }

  @Override
  public void append(RegistryEntry entry) {
    RegistryEntry kept = EntryJson.entry(EntryJson.key(entry), EntryJson.value(entry));
    entries.add(kept);
    if (broken) {
      broken = false;
      throw new IllegalStateException("no answer");
    }
  }

  @Override
  public void close() {}
}
