package dev.dateline.app.wire;

import dev.dateline.sink.SinkSettings;
import dev.dateline.testkit.TestBroker;
import dev.dateline.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole wire on the embedded broker and database. */
class EmbeddedPipelineIT extends PipelineContract {

  private static TestBroker broker;
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    broker = TestBroker.start();
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Override
  String bootstrap() {
    return broker.bootstrap();
  }

  @Override
  SinkSettings database() {
    return new SinkSettings(
        database.jdbcUrl(), database.user(), database.password(), 4, 500, 8_388_608);
  }
}
