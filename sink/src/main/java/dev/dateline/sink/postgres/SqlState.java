package dev.dateline.sink.postgres;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** What PostgreSQL's error codes (SQLSTATE, PostgreSQL manual, appendix A) mean for a batch. */
final class SqlState {

  private SqlState() {}

  /**
   * Whether the content is at fault, so that a repetition fails again: class 22 data exception, 23
   * integrity constraint, 54 program limit such as an index entry that is too large.
   */
  static boolean refusesContent(Throwable failure) {
    String state = of(failure);
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  /** The code of the first SQL exception among the causes; empty where there is none. */
  static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  /**
   * One line about a failure that tells nothing of the content: the driver's exceptions and Jdbi's
   * name statements and values.
   */
  static String describe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException postgres) {
        var server = postgres.getServerErrorMessage();
        String message = server == null ? postgres.getMessage() : server.getMessage();
        return message + " (SQLSTATE " + postgres.getSQLState() + ")";
      }
    }
    return failure.getClass().getSimpleName() + " (SQLSTATE " + of(failure) + ")";
  }
}
