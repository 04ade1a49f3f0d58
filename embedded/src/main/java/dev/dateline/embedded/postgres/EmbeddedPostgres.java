package dev.dateline.embedded.postgres;

import dev.dateline.embedded.process.Supervisor;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One PostgreSQL server as a child process on the loopback address. Durable: what is committed
 * survives kill -9 and a power loss.
 */
public final class EmbeddedPostgres implements Service {

  private final PostgresLauncher launcher;
  private final Supervisor supervisor;

  /**
   * @param folder where the server keeps its data, password, port, pid and log
   * @param cache where its programs are unpacked once; may be shared
   */
  public EmbeddedPostgres(Path folder, Path cache) {
    this.launcher = new PostgresLauncher(folder.toAbsolutePath(), cache.toAbsolutePath());
    this.supervisor = new Supervisor(PostgresLauncher.NAME, launcher);
  }

  @Override
  public String name() {
    return PostgresLauncher.NAME;
  }

  /** Starts the server in the background; {@link #jdbcUrl} waits for it. */
  @Override
  public void start() {
    supervisor.start();
  }

  /**
   * Waits until the server serves.
   *
   * @return the address of its database, for {@link #user} and {@link #password}
   * @throws UserException where it does not start
   */
  public String jdbcUrl() {
    return jdbcUrl(DatabaseFolder.DATABASE);
  }

  /** As {@link #jdbcUrl()}, for another database of the server. */
  public String jdbcUrl(String database) {
    supervisor.awaitServing();
    return "jdbc:postgresql://" + launcher.address() + "/" + database;
  }

  public String user() {
    return DatabaseFolder.USER;
  }

  /** The password, made when the data were; waits until the server serves. */
  public String password() {
    supervisor.awaitServing();
    return launcher.password();
  }

  /**
   * The password of a server that another process runs, or ran, in a folder.
   *
   * @throws UserException with {@link ExitCode#DATA_FOLDER} where it cannot be read
   */
  public static String password(Path folder) {
    Path file = DatabaseFolder.passwordFile(folder);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.DATA_FOLDER,
          "Cannot read the database password in "
              + file
              + ". Run as the user who made the data folder.",
          e);
    }
  }

  /** The process of the server; -1 while none runs. */
  public long pid() {
    return supervisor.pid();
  }

  @Override
  public Health check() {
    return supervisor.check();
  }

  @Override
  public void close() {
    supervisor.close();
  }
}
