package dev.dateline.enrich.topology;

import dev.dateline.runtime.ledger.Counts;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts outcomes by source, in the state that commits with them. */
record SourceLedger(KeyValueStore<String, Counts> store) {

  /** Something came, and this became of it. */
  void came(String source, Counts outcome) {
    store.put(source, of(source).plus(Counts.IN).plus(outcome));
  }

  /** What was redriven came before, and is no dead letter any more. */
  void cameAgain(String source, Counts outcome) {
    store.put(source, of(source).minus(Counts.DEAD).plus(outcome));
  }

  private Counts of(String source) {
    return Objects.requireNonNullElse(store.get(source), Counts.NONE);
  }
}
