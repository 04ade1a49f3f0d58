package dev.dateline.sink.postgres;

import java.util.List;
import java.util.Optional;

/** Finds the items of a batch that are refused, so that the others can be stored. */
final class Bisection {

  private Bisection() {}

  /**
   * Stores all of the items or nothing of them.
   *
   * @param <T> the items
   */
  @FunctionalInterface
  interface Attempt<T> {

    /**
     * @return why they are refused; empty where they are stored
     */
    Optional<String> store(List<T> items);
  }

  /**
   * Hears of an item that is refused alone.
   *
   * @param <T> the item
   */
  @FunctionalInterface
  interface Refusal<T> {
    void refused(T item, String reason);
  }

  /** Attempts all items together, and where they are refused each half of them, down to one. */
  static <T> void store(List<T> items, Attempt<T> attempt, Refusal<T> refusal) {
    if (items.isEmpty()) {
      return;
    }
    Optional<String> reason = attempt.store(items);
    if (reason.isEmpty()) {
      return;
    }
    if (items.size() == 1) {
      refusal.refused(items.get(0), reason.get());
      return;
    }
    int middle = items.size() / 2;
    store(items.subList(0, middle), attempt, refusal);
    store(items.subList(middle, items.size()), attempt, refusal);
  }
}
