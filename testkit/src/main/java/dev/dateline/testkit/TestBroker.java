package dev.dateline.testkit;

import dev.dateline.embedded.kafka.EmbeddedKafka;
import java.nio.file.Path;

/**
 * A real broker in a temporary folder. Topics have constant names, so tests that need empty topics
 * start a broker of their own; the others share one, which ends with the JVM.
 */
public final class TestBroker implements AutoCloseable {

  private final Path folder = TestFolders.temporary();
  private final int front;
  private EmbeddedKafka kafka;

  private TestBroker(int front) {
    this.front = front;
    this.kafka = newKafka();
    kafka.start();
  }

  /** The broker of this JVM, started at the first call. Nobody closes it. */
  public static TestBroker shared() {
    return Shared.BROKER;
  }

  /** A broker of one's own, without topics; the caller closes it. Returns before it serves. */
  public static TestBroker start() {
    return startBehind(0);
  }

  /**
   * The same, with a second way for clients.
   *
   * @param front port of a proxy that leads to {@link #frontedPort}; 0 for none
   */
  public static TestBroker startBehind(int front) {
    return new TestBroker(front);
  }

  /** Where it listens for its proxy. */
  public int frontedPort() {
    return kafka.frontedPort();
  }

  private EmbeddedKafka newKafka() {
    return new EmbeddedKafka(folder.resolve("kafka"), TestFolders.cache(), front);
  }

  /** Host and port for clients; waits until it serves. */
  public String bootstrap() {
    return kafka.bootstrap();
  }

  /** Ends it in order and starts it again on the same port with the same data. */
  public void restart() {
    kafka.close();
    kafka = newKafka();
    kafka.start();
    kafka.bootstrap();
  }

  /** Kills it, as kill -9 does. It is started again by itself, on the same port. */
  public void kill() {
    ProcessHandle.of(kafka.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Its process; -1 while none runs. */
  public long pid() {
    return kafka.pid();
  }

  @Override
  public void close() {
    kafka.close();
    TestFolders.delete(folder);
  }

  private static final class Shared {
    static final TestBroker BROKER = AtExit.close(new TestBroker(0));
  }
}
