package dev.dateline.testkit.faults;

import dev.dateline.testkit.TestCluster;

/** Brokers and the database that a wire stands on. */
public interface Servers extends AutoCloseable {

  /** The brokers, with the topics and a registry. */
  TestCluster cluster();

  /** Address of the database now; waits until it serves. */
  String jdbcUrl();

  /** Owner of the database. */
  String user();

  /** The owner's password. */
  String password();

  /**
   * {@code kill -9} of the broker or the database, which is started again.
   *
   * @return whether it ran until then and runs no more: the proof that the fault fired
   */
  boolean kill(Part part);

  @Override
  void close();
}
