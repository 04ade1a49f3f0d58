package dev.dateline.sink.postgres;

import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.ArticleStoreContract;
import dev.dateline.sink.SinkSettings;
import dev.dateline.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresArticleStoreIT extends ArticleStoreContract {

  private static TestDatabase server;
  private static PostgresDatabase database;

  @BeforeAll
  static void open() {
    server = TestDatabase.fresh();
    SinkSettings settings =
        new SinkSettings(server.jdbcUrl(), server.user(), server.password(), 3, 100, 1_000_000);
    database = PostgresDatabase.open(settings, Duration.ofSeconds(8), Optional.empty());
    database.migrate();
    database.migrate();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  protected ArticleStore empty() {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "TRUNCATE article_search, article, revision_topic, revision_entity, article_revision,"
              + " sink_offset, dead_letter_outbox, removed_revision, sink_ledger");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database.store();
  }
}
