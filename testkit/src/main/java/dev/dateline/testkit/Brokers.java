package dev.dateline.testkit;

/** Brokers that a {@link TestCluster} runs on. */
public interface Brokers extends AutoCloseable {

  /** Host and port of each for clients; waits until they serve. */
  String bootstrap();

  /** How many they are, and replicas of each partition. */
  int count();

  /** Ends them in order and starts them again on the same ports with the same data. */
  void restart();

  @Override
  void close();
}
