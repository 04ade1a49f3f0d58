package dev.dateline.app.instance;

import dev.dateline.embedded.data.DataFolder;
import dev.dateline.embedded.data.DataLock;
import dev.dateline.embedded.data.Instance;
import dev.dateline.embedded.postgres.EmbeddedPostgres;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.sink.ArticleReader;
import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.postgres.PostgresDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored articles of an instance: of the configured database, else of the instance that runs in
 * the data folder, else of the data folder itself, for which the database alone is started.
 */
public final class Attachment implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PostgresDatabase database;
  private final @Nullable EmbeddedPostgres postgres;
  private final @Nullable DataLock lock;

  private Attachment(
      PostgresDatabase database, @Nullable EmbeddedPostgres postgres, @Nullable DataLock lock) {
    this.database = database;
    this.postgres = postgres;
    this.lock = lock;
  }

  /**
   * @param configured whether the settings name a database
   * @throws UserException where there is no data folder, or it cannot be used
   */
  public static Attachment open(Settings settings, boolean configured, Path data) {
    if (configured) {
      return new Attachment(database(SinkSettings.from(settings)), null, null);
    }
    DataFolder folder = existing(data);
    Optional<Instance> running = folder.running();
    if (running.isPresent()) {
      Instance instance = running.get();
      return new Attachment(
          database(
              settings(
                  instance.jdbcUrl(),
                  instance.databaseUser(),
                  EmbeddedPostgres.password(folder.postgres()))),
          null,
          null);
    }
    DataLock lock = folder.lock();
    EmbeddedPostgres postgres = new EmbeddedPostgres(folder.postgres(), folder.cache());
    postgres.start();
    SinkSettings found = settings(postgres.jdbcUrl(), postgres.user(), postgres.password());
    PostgresDatabase database = database(found);
    database.migrate();
    return new Attachment(database, postgres, lock);
  }

  /** The data folder, which must be there. */
  public static DataFolder existing(Path data) {
    if (!Files.isDirectory(data)) {
      throw new UserException(
          ExitCode.NOT_FOUND,
          "There is no data folder "
              + data
              + " here. Run 'dateline run --once samples/' first, or name one with --data.");
    }
    return DataFolder.open(data);
  }

  private static SinkSettings settings(String jdbcUrl, String user, String password) {
    return new SinkSettings(jdbcUrl, user, password, 2, 1, 65536);
  }

  private static PostgresDatabase database(SinkSettings settings) {
    return PostgresDatabase.open(settings, PATIENCE, Optional.empty());
  }

  /** The stored articles. */
  public ArticleReader articles() {
    return database.store();
  }

  /** The same, to be written to as well. */
  ArticleStore store() {
    return database.store();
  }

  /** Whether a database is named, or runs in the data folder. */
  static boolean isAtHand(Settings settings, Path data) {
    return settings.isSet("sink.jdbc-url")
        || !settings.isSet("kafka.bootstrap") && existing(data).running().isPresent();
  }

  @Override
  public void close() {
    database.close();
    if (postgres != null) {
      postgres.close();
    }
    if (lock != null) {
      lock.close();
    }
  }
}
