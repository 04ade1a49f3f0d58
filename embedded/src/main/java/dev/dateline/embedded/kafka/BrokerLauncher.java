package dev.dateline.embedded.kafka;

import dev.dateline.embedded.process.ChildFailedException;
import dev.dateline.embedded.process.ChildProcess;
import dev.dateline.embedded.process.Launcher;
import dev.dateline.embedded.process.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts the node's JVM on the ports that its folder remembers. */
final class BrokerLauncher implements Launcher {

  private static final String NAME = "kafka";

  private final Path folder;
  private final ClassArchive archive;
  private final String classPath = BrokerClassPath.find();
  private final int front;
  private final Quorum quorum;
  private volatile BrokerPorts ports = new BrokerPorts(0, 0, 0, 0);

  /**
   * @param front port of what stands before the node for some clients; 0 for nothing
   */
  BrokerLauncher(Path folder, Path cache, int front, Quorum quorum) {
    this.folder = folder;
    this.front = front;
    this.quorum = quorum;
    this.archive = new ClassArchive(cache, classPath);
  }

  String name() {
    return NAME;
  }

  @Override
  public String address() {
    return "127.0.0.1:" + ports.clients();
  }

  /** Where the node listens behind what stands before it. */
  int frontedPort() {
    return ports.fronted();
  }

  @Override
  public ChildProcess spawn() {
    ChildProcess.endStale(NAME, folder);
    int clients = Ports.remembered(folder.resolve("port"));
    int controller =
        quorum.isSingle()
            ? Ports.remembered(folder.resolve("controller-port"), clients)
            : quorum.controller();
    int fronted =
        front == 0
            ? 0
            : Ports.remembered(folder.resolve("fronted-port"), clients, controller, front);
    ports = new BrokerPorts(clients, controller, fronted, front);
    return ChildProcess.start(
        NAME,
        BrokerCommand.of(classPath, archive.options(), folder.resolve("log"), ports, quorum),
        Map.of("MALLOC_ARENA_MAX", "2"),
        folder);
  }

  @Override
  public void awaitServing(ChildProcess child) {
    BufferedReader output = child.output();
    try {
      String line = output.readLine();
      while (line != null && !line.equals(BrokerMain.READY)) {
        line = output.readLine();
      }
      if (line == null) {
        throw new ChildFailedException(
            "it ends at once. From " + child.log() + ":\n" + child.lastLines());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no word from the broker", e);
    }
  }

  @Override
  public void ended(int status) {
    archive.finish(status == 0);
  }
}
