package dev.dateline.testkit.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables as PostgreSQL holds them, read beside the product and not through it.
 *
 * @param jdbcUrl address of the database, asked each time
 */
record Tables(Supplier<String> jdbcUrl, Supplier<String> user, Supplier<String> password) {

  /** A row of {@code article}: which revision readers see. */
  record Shown(String articleId, int revision, boolean deleted) {}

  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** How many revisions are stored; -1 while the database does not say. */
  long count() {
    try {
      return read("SELECT count(*) FROM article_revision", row -> row.getLong(1)).get(0);
    } catch (IllegalStateException e) {
      return -1;
    }
  }

  List<Revision> revisions() {
    return read(
        """
        SELECT article_id, revision, change, url, title, body, updated_at,
          enriched_at
        FROM article_revision
        """,
        row ->
            new Revision(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                "DELETED".equals(row.getString(3))
                    ? Version.WITHDRAWN
                    : Version.content(row.getString(5), row.getString(6)),
                instant(row.getTimestamp(7)),
                row.getTimestamp(8).toInstant()));
  }

  List<Shown> shown() {
    return read(
        "SELECT id, revision, deleted FROM article",
        row -> new Shown(row.getString(1), row.getInt(2), row.getBoolean(3)));
  }

  /** The origins of the sink's dead letters. */
  List<String> outbox() {
    return read(
        "SELECT topic || '-' || partition || '@' || record_offset FROM dead_letter_outbox",
        row -> row.getString(1));
  }

  /** The next offset that the sink will store, by partition. */
  Map<Integer, Long> nextOffsets() {
    Map<Integer, Long> offsets = new HashMap<>();
    read(
            "SELECT partition, coalesce(next_offset, 0) FROM sink_offset",
            row -> Map.entry(row.getInt(1), row.getLong(2)))
        .forEach(entry -> offsets.put(entry.getKey(), entry.getValue()));
    return offsets;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot change the tables: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl.get(), user.get(), password.get());
  }

  <T> List<T> read(String sql, Reading<T> reading) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the tables: " + e.getMessage(), e);
    }
  }
}
