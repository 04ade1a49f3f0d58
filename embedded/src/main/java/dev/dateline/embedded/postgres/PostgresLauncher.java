package dev.dateline.embedded.postgres;

import dev.dateline.embedded.process.ChildFailedException;
import dev.dateline.embedded.process.ChildProcess;
import dev.dateline.embedded.process.Launcher;
import dev.dateline.embedded.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the postmaster on the port that its folder remembers. */
final class PostgresLauncher implements Launcher {

  static final String NAME = "postgres";

  /** Becomes the postmaster and leaves a watcher that ends it (fast) when standard input ends. */
  private static final String WITH_WATCHER =
      "exec 3<&0; ( ( cat <&3 >/dev/null 2>&1; kill -INT $$ ) & ); exec \"$@\" </dev/null 3<&-";

  private static final int POLL_MILLIS = 20;
  private static final int STATUS_LINE = 7;

  private final Path folder;
  private final Path cache;
  private volatile int port;
  private volatile String password = "";

  PostgresLauncher(Path folder, Path cache) {
    this.folder = folder;
    this.cache = cache;
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  String password() {
    return password;
  }

  @Override
  public ChildProcess spawn() {
    create(folder);
    ChildProcess.endStale(NAME, folder);
    Path binaries = PostgresBinaries.unpack(cache);
    Account account = Account.current();
    DatabaseFolder database = new DatabaseFolder(folder, binaries, account);
    password = database.password();
    database.initialize();
    port = Ports.remembered(folder.resolve("port"));
    return ChildProcess.start(
        NAME, account.run(command(binaries, database.data())), Map.of("LC_ALL", "C"), folder);
  }

  private List<String> command(Path binaries, Path data) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WITH_WATCHER, "sh"));
    command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
    PostgresConfiguration.of(port)
        .forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    return command;
  }

  private static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + directory, e);
    }
  }

  /** The postmaster writes its state to the eighth line of its pid file, as pg_ctl reads it. */
  @Override
  public void awaitServing(ChildProcess child) throws InterruptedException {
    while (!isReady(child.pid())) {
      if (!child.isAlive()) {
        throw new ChildFailedException(
            "it ends at once. From " + child.log() + ":\n" + child.lastLines());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean isReady(long pid) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
      return lines.size() > STATUS_LINE
          && lines.get(0).strip().equals(Long.toString(pid))
          && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }
}
