package dev.dateline.testkit;

import dev.dateline.embedded.postgres.EmbeddedPostgres;
import dev.dateline.runtime.Health;
import java.nio.file.Path;

/** A PostgreSQL server of one's own in a temporary folder, to be killed or stopped. */
public final class TestPostgres implements AutoCloseable {

  private final Path folder;
  private final boolean temporary;
  private EmbeddedPostgres postgres;

  private TestPostgres(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
    this.postgres = newPostgres();
    postgres.start();
  }

  /** Starts one; returns before it serves. */
  public static TestPostgres start() {
    return new TestPostgres(TestFolders.temporary(), true);
  }

  /** The same, with its data in a folder that stays. */
  public static TestPostgres startIn(Path folder) {
    return new TestPostgres(folder, false);
  }

  private EmbeddedPostgres newPostgres() {
    return new EmbeddedPostgres(folder.resolve("postgres"), TestFolders.cache());
  }

  /** Address of its database; waits until it serves. */
  public String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  public String user() {
    return postgres.user();
  }

  public String password() {
    return postgres.password();
  }

  /** Kills the postmaster, as kill -9 does. It is started again by itself. */
  public void kill() {
    ProcessHandle.of(postgres.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** The process of the postmaster; -1 while none runs. */
  public long pid() {
    return postgres.pid();
  }

  /** Ends it in order. */
  public void stop() {
    postgres.close();
  }

  /** Starts it again after {@link #stop}, with the same data. */
  public void startAgain() {
    postgres = newPostgres();
    postgres.start();
  }

  /** What its supervisor says of it. */
  public Health check() {
    return postgres.check();
  }

  @Override
  public void close() {
    postgres.close();
    if (temporary) {
      TestFolders.delete(folder);
    }
  }
}
