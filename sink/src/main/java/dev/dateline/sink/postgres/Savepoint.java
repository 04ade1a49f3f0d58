package dev.dateline.sink.postgres;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** A part of a transaction that may fail for its content without taking the rest along. */
final class Savepoint {

  private static final String NAME = "part";

  private Savepoint() {}

  /**
   * Runs statements; where PostgreSQL refuses their content they are undone.
   *
   * @return why they are refused; empty where they are done
   */
  static Optional<String> attempt(Handle handle, Runnable statements) {
    handle.savepoint(NAME);
    try {
      statements.run();
    } catch (JdbiException e) {
      if (!SqlState.refusesContent(e)) {
        throw e;
      }
      handle.rollbackToSavepoint(NAME);
      return Optional.of(SqlState.describe(e));
    }
    handle.releaseSavepoint(NAME);
    return Optional.empty();
  }
}
