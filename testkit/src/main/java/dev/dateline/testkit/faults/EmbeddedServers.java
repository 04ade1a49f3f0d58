package dev.dateline.testkit.faults;

import dev.dateline.testkit.TestBroker;
import dev.dateline.testkit.TestCluster;
import dev.dateline.testkit.TestPostgres;
import java.util.Optional;

/**
 * Brokers and a database from Maven artifacts, each a process of its own. What ends is started
 * again by its supervisor.
 */
public record EmbeddedServers(TestBroker broker, TestCluster cluster, TestPostgres postgres)
    implements Servers {

  /** Starts a database and a cluster on the broker. */
  public static EmbeddedServers on(TestBroker broker, TestPostgres postgres) {
    return new EmbeddedServers(broker, TestCluster.on(broker), postgres);
  }

  @Override
  public String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  @Override
  public String user() {
    return postgres.user();
  }

  @Override
  public String password() {
    return postgres.password();
  }

  @Override
  public boolean kill(Part part) {
    return kill(part == Part.BROKER ? broker.pid() : postgres.pid());
  }

  /** {@code kill -9} of a process; whether it ran until then. */
  static boolean kill(long pid) {
    Optional<ProcessHandle> victim = ProcessHandle.of(pid);
    victim.ifPresent(ProcessHandle::destroyForcibly);
    victim.ifPresent(handle -> handle.onExit().join());
    return victim.isPresent();
  }

  @Override
  public void close() {
    cluster.close();
    postgres.close();
  }
}
