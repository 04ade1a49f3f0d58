package dev.dateline.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  @TempDir Path folder;

  @Test
  void startsAChildAgainThatDies() {
    ShellChild launcher = new ShellChild("cat >/dev/null");
    try (Supervisor supervisor = new Supervisor("cat", launcher)) {
      supervisor.start();
      supervisor.awaitServing();
      long first = supervisor.pid();

      ProcessHandle.of(first).orElseThrow().destroyForcibly();

      await().until(() -> supervisor.pid() != first && supervisor.pid() > 0);
      await().until(() -> supervisor.check().state() == Health.State.UP);
    }
  }

  @Test
  void givesUpAChildThatNeverServesAndShowsItsLog() {
    ShellChild launcher = new ShellChild("echo 'the disk is full' >&2; exit 3");
    try (Supervisor supervisor = new Supervisor("broken", launcher)) {
      supervisor.start();

      assertThatThrownBy(supervisor::awaitServing)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("the disk is full")
          .extracting(e -> ((UserException) e).exitCode())
          .isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(supervisor.check().state()).isEqualTo(Health.State.DOWN);
      assertThat(launcher.spawned).hasValue(3);
    }
  }

  @Test
  void neverGivesUpAChildThatHasServed() throws IOException {
    Path full = folder.resolve("full");
    ShellChild launcher = new ShellChild("test -e '" + full + "' && exit 3; cat >/dev/null");
    try (Supervisor supervisor = new Supervisor("cat", launcher)) {
      supervisor.start();
      supervisor.awaitServing();
      Files.createFile(full);

      ProcessHandle.of(supervisor.pid()).orElseThrow().destroyForcibly();

      await().until(() -> launcher.spawned.get() > 5);
      assertThat(supervisor.check().state()).isEqualTo(Health.State.DOWN);
      Files.delete(full);
      await().until(() -> supervisor.check().state() == Health.State.UP);
    }
  }

  @Test
  void endsTheChildAtClose() {
    Supervisor supervisor = new Supervisor("cat", new ShellChild("cat >/dev/null"));
    supervisor.start();
    supervisor.awaitServing();
    ProcessHandle child = ProcessHandle.of(supervisor.pid()).orElseThrow();

    supervisor.close();
    supervisor.close();

    assertThat(child.isAlive()).isFalse();
    assertThat(supervisor.check().state()).isEqualTo(Health.State.STOPPED);
  }

  /** A shell command that serves as soon as it has stayed alive for a moment. */
  private final class ShellChild implements Launcher {

    private final String command;
    private final AtomicInteger spawned = new AtomicInteger();

    private ShellChild(String command) {
      this.command = command;
    }

    @Override
    public ChildProcess spawn() {
      spawned.incrementAndGet();
      return ChildProcess.start("child", List.of("/bin/sh", "-c", command), Map.of(), folder);
    }

    @Override
    public String address() {
      return "nowhere";
    }

    @Override
    public void awaitServing(ChildProcess child) throws InterruptedException {
      Thread.sleep(300);
      if (!child.isAlive()) {
        throw new ChildFailedException(child.lastLines());
      }
    }
  }
}
