package dev.dateline.app.deadletter;

import dev.dateline.schemas.DeadLetter;
import java.util.List;
import java.util.Optional;

/** Where the rows of dead letters of the sink are stored. */
@FunctionalInterface
public interface RowStore {

  /**
   * Stores rows, each once however often it is tried; returns when they are committed.
   *
   * @return of each letter, in order, why its row is refused; empty where it is done
   */
  List<Optional<String>> store(List<DeadLetter> letters);
}
