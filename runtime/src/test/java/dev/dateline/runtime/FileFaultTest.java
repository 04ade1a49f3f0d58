package dev.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultTest {

  @TempDir private Path folder;

  @Test
  void saysTheReasonAndNotThePath() {
    Path file = folder.resolve("a");
    String path = file.toString();

    assertThat(FileFault.of(file, new NoSuchFileException(path)).reason())
        .isEqualTo("there is no such file");
    assertThat(FileFault.of(file, new AccessDeniedException(path)).reason())
        .isEqualTo("permission denied");
    assertThat(FileFault.of(file, new FileSystemException(path, null, "No space left")).reason())
        .isEqualTo("No space left");
    assertThat(FileFault.of(file, new FileAlreadyExistsException(path)).reason())
        .isEqualTo("FileAlreadyExistsException");
    assertThat(FileFault.of(file, new IOException("disk fault")).reason()).isEqualTo("disk fault");
  }

  @Test
  void aFolderIsNoFile() {
    FileFault fault = FileFault.of(folder, new IOException("Is a directory"));

    assertThat(fault.reason()).isEqualTo("it is a folder");
    assertThat(fault.next()).contains(folder + "/*");
  }
}
