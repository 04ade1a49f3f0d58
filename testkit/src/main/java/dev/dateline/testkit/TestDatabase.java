package dev.dateline.testkit;

import dev.dateline.embedded.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database on the one PostgreSQL server of this JVM, which starts at the first call and
 * ends with the JVM.
 *
 * @param jdbcUrl its address
 * @param user owner of the database
 * @param password the user's password
 */
public record TestDatabase(String jdbcUrl, String user, String password) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A database that nobody else has. It goes with the server. */
  public static TestDatabase fresh() {
    EmbeddedPostgres server = Shared.SERVER.postgres;
    String name = "test" + COUNT.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database can be created", e);
    }
    return new TestDatabase(server.jdbcUrl(name), server.user(), server.password());
  }

  /** A connection to it; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  private static final class Shared {
    static final Server SERVER = AtExit.close(new Server());
  }

  private static final class Server implements AutoCloseable {

    private final Path folder = TestFolders.temporary();
    private final EmbeddedPostgres postgres =
        new EmbeddedPostgres(folder.resolve("postgres"), TestFolders.cache());

    private Server() {
      postgres.start();
    }

    @Override
    public void close() {
      postgres.close();
      TestFolders.delete(folder);
    }
  }
}
