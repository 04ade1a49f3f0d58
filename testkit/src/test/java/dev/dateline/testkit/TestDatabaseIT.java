package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

  @Test
  void givesEveryCallerAnEmptyDatabase() throws SQLException {
    TestDatabase first = TestDatabase.fresh();
    execute(first, "CREATE TABLE article (id text)");

    TestDatabase second = TestDatabase.fresh();

    execute(second, "CREATE TABLE article (id text)");
    assertThat(second.jdbcUrl()).isNotEqualTo(first.jdbcUrl());
  }

  @Test
  void separatesWordsFromPunctuationOfAllScripts() throws SQLException {
    assertThat(one(TestDatabase.fresh(), "SELECT to_tsvector('simple', '„Дума“ — ДРУГА')"))
        .isEqualTo("'друга':2 'дума':1");
  }

  @Test
  void isDurable() throws SQLException {
    assertThat(one(TestDatabase.fresh(), "SHOW fsync")).isEqualTo("on");
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
