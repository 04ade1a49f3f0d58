package dev.dateline.embedded.process;

/** How one child is started and when it serves. */
public interface Launcher {

  /** Starts the child and returns at once. */
  ChildProcess spawn();

  /**
   * Returns when the child serves.
   *
   * @throws ChildFailedException where it ends or fails before
   */
  void awaitServing(ChildProcess child) throws InterruptedException;

  /** Host and port of the child that was spawned last. */
  String address();

  /** Called whenever a child has ended, with its exit status. */
  default void ended(int status) {}
}
