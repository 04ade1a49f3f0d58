package dev.dateline.embedded.kafka;

import dev.dateline.embedded.process.Supervisor;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import java.nio.file.Path;

/**
 * A Kafka node (KRaft, broker and controller) in a child JVM on the loopback address. Its data
 * survive kill -9 of the node and of this JVM, but not a power loss.
 */
public final class EmbeddedKafka implements Service {

  private final BrokerLauncher launcher;
  private final Supervisor supervisor;

  /**
   * @param folder where the node keeps its data, its ports, its pid and its log
   * @param cache where the archive of its classes is kept; may be shared
   */
  public EmbeddedKafka(Path folder, Path cache) {
    this(folder, cache, 0);
  }

  /**
   * The same, with a second way for clients, through something that stands before the node.
   *
   * @param front the port on which that listens; it must lead to {@link #frontedPort}
   */
  public EmbeddedKafka(Path folder, Path cache, int front) {
    this(folder, cache, front, Quorum.SINGLE);
  }

  /** One node of several, which serves when most of them are there. */
  public EmbeddedKafka(Path folder, Path cache, Quorum quorum) {
    this(folder, cache, 0, quorum);
  }

  private EmbeddedKafka(Path folder, Path cache, int front, Quorum quorum) {
    this.launcher =
        new BrokerLauncher(folder.toAbsolutePath(), cache.toAbsolutePath(), front, quorum);
    this.supervisor = new Supervisor(launcher.name(), launcher);
  }

  @Override
  public String name() {
    return launcher.name();
  }

  /** Starts the node in the background; {@link #bootstrap} waits for it. */
  @Override
  public void start() {
    supervisor.start();
  }

  /**
   * Waits until the node serves.
   *
   * @return host and port for clients
   * @throws dev.dateline.runtime.UserException where it does not start
   */
  public String bootstrap() {
    supervisor.awaitServing();
    return launcher.address();
  }

  /** Where the node listens behind what stands before it; 0 where nothing does. */
  public int frontedPort() {
    supervisor.awaitServing();
    return launcher.frontedPort();
  }

  /** The process of the node; -1 while none runs. */
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
