package dev.dateline.sink.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dateline.sink.ArticleStore;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Connections to the database of the articles, its tables, and the store over them. */
public final class PostgresDatabase implements AutoCloseable {

  private static final long CONNECT_SECONDS = 5;

  private final SinkSettings settings;
  private final HikariDataSource pool;
  private final ArticleStore store;

  private PostgresDatabase(SinkSettings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
    Jdbi jdbi = Jdbi.create(pool);
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Integer.class, "integer");
    // Messages of exceptions are logged: they must not hold what was bound.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArgument(new InstantArgument());
    this.store = new PostgresArticleStore(new Transactions(jdbi), Clock.systemUTC());
  }

  /**
   * Opens the database without asking whether it is there.
   *
   * @param transactionTimeout after which the database ends a transaction; must be shorter than the
   *     session timeout of the consumer group, so that a frozen process loses its locks before
   *     another takes over
   * @param meters where the pool reports to
   */
  public static PostgresDatabase open(
      SinkSettings settings, Duration transactionTimeout, Optional<MeterRegistry> meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sink");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(Duration.ofSeconds(CONNECT_SECONDS).toMillis());
    config.setValidationTimeout(Duration.ofSeconds(2).toMillis());
    config.setConnectionInitSql(limits(transactionTimeout));
    config.addDataSourceProperty("ApplicationName", "dateline-sink");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_SECONDS));
    config.addDataSourceProperty("loginTimeout", Long.toString(CONNECT_SECONDS));
    // A network that swallows packets must not hold the consumer beyond its own limits.
    config.addDataSourceProperty(
        "socketTimeout", Long.toString(transactionTimeout.toSeconds() + CONNECT_SECONDS));
    meters.ifPresent(config::setMetricRegistry);
    return new PostgresDatabase(settings, new HikariDataSource(config));
  }

  /** Only limits that this server knows: transaction_timeout came with PostgreSQL 17. */
  private static String limits(Duration transaction) {
    long most = transaction.toMillis();
    return """
        SELECT set_config(l.name, l.milliseconds, false)
        FROM (VALUES ('transaction_timeout', '%d'), ('statement_timeout', '%d'),
          ('idle_in_transaction_session_timeout', '%d'), ('lock_timeout', '%d')
        ) AS l (name, milliseconds) JOIN pg_settings USING (name)
        """
        .formatted(most, most * 9 / 10, most * 9 / 10, most / 2);
  }

  /**
   * Creates the tables, or brings older ones up to date; several processes may do so at once.
   *
   * @throws StoreUnavailableException where the database does not answer or refuses
   */
  public void migrate() {
    try {
      Flyway.configure()
          .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreUnavailableException("database: " + SqlState.describe(e), e);
    }
  }

  /** The store; works once the tables are there. */
  public ArticleStore store() {
    return store;
  }

  @Override
  public void close() {
    pool.close();
  }
}
