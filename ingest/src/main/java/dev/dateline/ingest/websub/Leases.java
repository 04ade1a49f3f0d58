package dev.dateline.ingest.websub;

import dev.dateline.schemas.SourceLease;
import java.util.Optional;
import java.util.function.Predicate;

/** The leases that hubs may call back for. */
interface Leases {

  /**
   * A lease and where its source lies.
   *
   * @param partition of the source
   */
  record Known(SourceLease lease, int partition) {}

  /**
   * The lease of a token, waiting a moment for word of it.
   *
   * @param expected what is waited for
   * @return what is known then; empty where there is none, or no more
   */
  Optional<Known> find(String token, Predicate<SourceLease> expected) throws InterruptedException;

  /** Whether all of them are known. */
  boolean isCurrent();
}
