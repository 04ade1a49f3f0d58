package dev.dateline.embedded.registry;

import java.util.List;

/** Where the registry keeps its entries, in order. */
interface RegistryLog extends AutoCloseable {

  /** All entries so far, once no other writer can add to them. */
  List<RegistryEntry> load();

  /**
   * Returns when the entry is kept.
   *
   * @throws RuntimeException where it may or may not be kept: the log must then be loaded again
   */
  void append(RegistryEntry entry);

  @Override
  void close();
}
