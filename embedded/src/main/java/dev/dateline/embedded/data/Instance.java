package dev.dateline.embedded.data;

import dev.dateline.embedded.process.ProcessIdentity;
import java.time.Instant;

/**
 * How to reach a running instance.
 *
 * @param pid its process
 * @param started when that process started, so that another process with its pid is not taken for
 *     it
 * @param bootstrap Kafka's host and port
 * @param registry address of the schema registry
 * @param http address of the console and of {@code /health}
 * @param jdbcUrl address of the database; the password lies in the data folder
 * @param databaseUser user of the database
 */
public record Instance(
    long pid,
    Instant started,
    String bootstrap,
    String registry,
    String http,
    String jdbcUrl,
    String databaseUser) {

  /** The instance that this process runs. */
  public static Instance ofThisProcess(
      String bootstrap, String registry, String http, String jdbcUrl, String databaseUser) {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
    return new Instance(
        self.pid(), self.started(), bootstrap, registry, http, jdbcUrl, databaseUser);
  }

  /** Whether its process runs. */
  public boolean isAlive() {
    return new ProcessIdentity(pid, started).find().isPresent();
  }
}
