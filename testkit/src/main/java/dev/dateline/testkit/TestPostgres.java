package dev.dateline.testkit;

import dev.dateline.embedded.postgres.EmbeddedPostgres;
import java.nio.file.Path;

/** A PostgreSQL server of one's own in a temporary folder, to be killed or stopped. */
public final class TestPostgres implements AutoCloseable {

  private final Path folder = TestFolders.temporary();
  private EmbeddedPostgres postgres = newPostgres();

  private TestPostgres() {
    postgres.start();
  }

  /** Starts one; returns before it serves. */
  public static TestPostgres start() {
    return new TestPostgres();
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

  @Override
  public void close() {
    postgres.close();
    TestFolders.delete(folder);
  }
}
