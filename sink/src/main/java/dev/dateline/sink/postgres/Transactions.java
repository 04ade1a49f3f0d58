package dev.dateline.sink.postgres;

import dev.dateline.sink.StoreUnavailableException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Runs transactions and tells a database that cannot answer from everything else. */
final class Transactions {

  private final Jdbi jdbi;

  Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Commits what the callback does; rolls back where it throws. */
  <T, X extends Exception> T run(HandleCallback<T, X> callback) throws X {
    try {
      return jdbi.inTransaction(callback);
    } catch (JdbiException e) {
      throw new StoreUnavailableException("database: " + SqlState.describe(e), e);
    }
  }
}
