package dev.dateline.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path parent;

  @Test
  void isMadeAtTheFirstLock() {
    Path path = parent.resolve("a/b");

    DataFolder.open(path).lock().close();

    assertThat(path.resolve("version")).hasContent("1");
  }

  @Test
  void isNotMadeByLooking() {
    assertThat(DataFolder.open(parent.resolve("a")).running()).isEmpty();
    assertThat(parent.resolve("a")).doesNotExist();
  }

  @Test
  void refusesAnotherVersionAndSaysWhatToDo() throws IOException {
    Files.writeString(parent.resolve("version"), "2\n");

    refused(() -> DataFolder.open(parent), "format 2", "--data");
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Files.writeString(parent.resolve("letter.txt"), "Dear reader");

    refused(() -> DataFolder.open(parent), parent.toString(), "--data");
    assertThat(parent.resolve("version")).doesNotExist();
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");

    refused(() -> DataFolder.open(file), "is no folder");
  }

  @Test
  void takesAFolderWhoseFirstStartWasKilledAtOnce() throws IOException {
    Files.writeString(parent.resolve("lock"), "");
    Files.writeString(parent.resolve("version.new"), "");

    DataFolder.open(parent).lock().close();

    assertThat(parent.resolve("version")).hasContent("1");
  }

  @Test
  void tellsThatItCannotBeWrittenBeforeALogIsOpened() {
    // nobody, root neither, makes a folder there
    refused(() -> DataFolder.open(Path.of("/proc/x")).log(), "/proc/x cannot be written: ");
    refused(() -> DataFolder.open(Path.of("/proc/x")).lock(), "/proc/x cannot be written: ");
  }

  @Test
  void lookingForALogLeavesNothingBehind() throws IOException {
    Path path = parent.resolve("a");

    assertThat(DataFolder.open(path).log()).isEqualTo(path.resolve("log/dateline.log"));

    assertThat(parent).isEmptyDirectory();
    Files.createDirectories(path.resolve("log"));
    Files.writeString(path.resolve("log/dateline.log"), "before\n");
    DataFolder.open(path).log();
    assertThat(path.resolve("log/dateline.log")).hasContent("before");
    assertThat(path.resolve("log")).isDirectoryContaining("glob:**/dateline.log");
  }

  @Test
  void isLockedOnce() {
    DataFolder folder = DataFolder.open(parent);

    try (DataLock lock = folder.lock()) {
      refused(() -> DataFolder.open(parent).lock(), "process " + ProcessHandle.current().pid());
      assertThat(lock).isNotNull();
    }

    folder.lock().close();
  }

  @Test
  void tellsOfTheRunningInstanceUntilItCloses() {
    DataFolder folder = DataFolder.open(parent);
    Instance instance =
        Instance.ofThisProcess("127.0.0.1:1", "http://r", "http://h", "jdbc:x", "dateline");

    try (DataLock lock = folder.lock()) {
      lock.publish(instance);
      assertThat(DataFolder.open(parent).running()).contains(instance);
    }

    assertThat(folder.running()).isEmpty();
  }

  @Test
  void doesNotTakeAnotherProcessForAKilledInstance() {
    DataFolder folder = DataFolder.open(parent);
    long pid = ProcessHandle.current().pid();

    try (DataLock lock = folder.lock()) {
      lock.publish(new Instance(pid, Instant.EPOCH, "b", "r", "h", "j", "u"));

      assertThat(folder.running()).isEmpty();
    }
  }

  @Test
  void takesAnInstanceFileThatCannotBeReadForNone() throws IOException {
    DataFolder folder = DataFolder.open(parent);
    folder.lock().close();
    Files.writeString(parent.resolve("instance.json"), "{\"pid\":");

    assertThat(folder.running()).isEmpty();
  }

  private static void refused(ThrowingCallable action, String... words) {
    assertThatThrownBy(action)
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(words)
        .extracting(e -> ((UserException) e).exitCode())
        .isEqualTo(ExitCode.DATA_FOLDER);
  }
}
