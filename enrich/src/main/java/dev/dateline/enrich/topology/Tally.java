package dev.dateline.enrich.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds back what became of observations until their transaction is committed. One thread processes
 * records and commits their transaction, so what waits is kept by thread.
 */
final class Tally {

  private final EnrichListener listener;
  private final ThreadLocal<List<EnrichEvent>> waiting = ThreadLocal.withInitial(ArrayList::new);

  Tally(EnrichListener listener) {
    this.listener = listener;
  }

  void add(EnrichEvent event) {
    waiting.get().add(event);
  }

  /** The transaction of this thread is committed. */
  void committed() {
    List<EnrichEvent> events = List.copyOf(waiting.get());
    waiting.get().clear();
    events.forEach(listener::committed);
  }

  /** The transaction of this thread will not be committed; its records are processed again. */
  void aborted() {
    waiting.get().clear();
  }
}
