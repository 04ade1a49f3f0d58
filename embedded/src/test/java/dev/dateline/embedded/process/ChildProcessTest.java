package dev.dateline.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  @TempDir Path folder;

  @Test
  void keepsStandardErrorInItsLog() throws Exception {
    try (ChildProcess child = start("echo first >&2; echo second >&2")) {
      child.onExit().get();

      assertThat(child.lastLines()).isEqualTo("first\nsecond");
    }
  }

  @Test
  void startsTheLogAnewWhereItIsLarge() throws Exception {
    Files.write(folder.resolve("child.log"), new byte[2 << 20]);

    try (ChildProcess child = start("echo fresh >&2")) {
      child.onExit().get();

      assertThat(child.lastLines()).isEqualTo("fresh");
      assertThat(folder.resolve("child.log.1")).hasSize(2 << 20);
    }
  }

  @Test
  void waitsForAChildOfAnEarlierRun() throws IOException {
    Process earlier = new ProcessBuilder("sleep", "1").start();
    new PidFile(folder.resolve("child.pid")).write(earlier.toHandle());

    try (ChildProcess child = start("cat >/dev/null")) {
      assertThat(earlier.isAlive()).isFalse();
      assertThat(child.isAlive()).isTrue();
    }
  }

  @Test
  void leavesAnotherProcessAloneThatHasThePidNow() throws IOException {
    Process other = new ProcessBuilder("sleep", "30").start();
    Files.writeString(folder.resolve("child.pid"), other.pid() + " 2020-01-01T00:00:00Z\n");

    try (ChildProcess child = start("cat >/dev/null")) {
      assertThat(other.isAlive()).isTrue();
      assertThat(child.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  private ChildProcess start(String command) {
    return ChildProcess.start("child", List.of("/bin/sh", "-c", command), Map.of(), folder);
  }
}
