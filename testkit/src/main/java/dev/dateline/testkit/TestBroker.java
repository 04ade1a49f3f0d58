package dev.dateline.testkit;

import dev.dateline.embedded.kafka.EmbeddedKafka;
import dev.dateline.embedded.kafka.Quorum;
import dev.dateline.embedded.process.Ports;
import dev.dateline.runtime.Health;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * A real broker in a temporary folder, or three of them. Topics have constant names, so tests that
 * need empty topics start a broker of their own; the others share one, which ends with the JVM.
 */
public final class TestBroker implements Brokers {

  private final Path folder;
  private final boolean temporary;
  private final int front;
  private final List<Quorum> quorum;
  private final List<EmbeddedKafka> nodes = new ArrayList<>();

  private TestBroker(Path folder, boolean temporary, int front, List<Quorum> quorum) {
    this.folder = folder;
    this.temporary = temporary;
    this.front = front;
    this.quorum = quorum;
    startNodes();
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
    return new TestBroker(TestFolders.temporary(), true, front, List.of());
  }

  /**
   * The same, in a folder that stays.
   *
   * @param folder for its data
   */
  public static TestBroker startIn(Path folder, int front) {
    return new TestBroker(folder, false, front, List.of());
  }

  /** A cluster of so many brokers, each of which is a controller as well. */
  public static TestBroker startSeveral(int count) {
    String cluster = Uuid.randomUuid().toString();
    List<Integer> ports = new ArrayList<>();
    while (ports.size() < count) {
      int port = Ports.free();
      if (!ports.contains(port)) {
        ports.add(port);
      }
    }
    List<Quorum> quorum = new ArrayList<>();
    for (int node = 1; node <= count; node++) {
      quorum.add(new Quorum(node, cluster, ports));
    }
    return new TestBroker(TestFolders.temporary(), true, 0, quorum);
  }

  /** Where it listens for its proxy. */
  public int frontedPort() {
    return nodes.get(0).frontedPort();
  }

  private void startNodes() {
    nodes.clear();
    Path cache = TestFolders.cache();
    if (quorum.isEmpty()) {
      nodes.add(new EmbeddedKafka(folder.resolve("kafka"), cache, front));
    }
    for (Quorum one : quorum) {
      nodes.add(new EmbeddedKafka(folder.resolve("kafka-" + one.node()), cache, one));
    }
    nodes.forEach(EmbeddedKafka::start);
  }

  @Override
  public String bootstrap() {
    return nodes.stream().map(EmbeddedKafka::bootstrap).collect(Collectors.joining(","));
  }

  @Override
  public int count() {
    return nodes.size();
  }

  @Override
  public void restart() {
    nodes.forEach(EmbeddedKafka::close);
    startNodes();
    bootstrap();
  }

  /** Kills it, as kill -9 does. It is started again by itself, on the same port. */
  public void kill() {
    ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Its process; -1 while none runs. Of several, that of the first. */
  public long pid() {
    return pid(1);
  }

  /**
   * The process of a node; -1 while none runs.
   *
   * @param node from 1 on
   */
  public long pid(int node) {
    return nodes.get(node - 1).pid();
  }

  /** What its supervisor says of it; of several, of the first. */
  public Health check() {
    return nodes.get(0).check();
  }

  @Override
  public void close() {
    nodes.forEach(EmbeddedKafka::close);
    if (temporary) {
      TestFolders.delete(folder);
    }
  }

  private static final class Shared {
    static final TestBroker BROKER = AtExit.close(TestBroker.start());
  }
}
