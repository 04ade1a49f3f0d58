package dev.dateline.sink.postgres;

import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.ArticleStoreContract;
import dev.dateline.sink.SinkSettings;
import dev.dateline.testkit.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class PostgresArticleStoreIT extends ArticleStoreContract {

  private PostgresDatabase database;

  @Override
  protected ArticleStore empty() {
    TestDatabase fresh = TestDatabase.fresh();
    SinkSettings settings =
        new SinkSettings(fresh.jdbcUrl(), fresh.user(), fresh.password(), 3, 100, 1_000_000);
    database = PostgresDatabase.open(settings, Duration.ofSeconds(8), Optional.empty());
    database.migrate();
    return database.store();
  }

  @AfterEach
  void close() {
    database.close();
  }
}
