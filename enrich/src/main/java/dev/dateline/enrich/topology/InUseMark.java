package dev.dateline.enrich.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file beside the registers for as long as Kafka Streams works on them. One that is there at a
 * start was left by a process that was killed: its registers are behind their changelogs by nobody
 * knows how much. Kafka Streams opens each, finds that out, opens it again and empties it, a
 * partition after the other and once more in the stream's thread; what is emptied before opens
 * once.
 */
final class InUseMark {

  private static final String FILE = "in-use";

  private final Path file;

  InUseMark(Path stateDirectory) {
    this.file = stateDirectory.resolve(FILE);
  }

  boolean isSet() {
    return Files.exists(file);
  }

  /**
   * @throws UncheckedIOException where the folder cannot be written
   */
  void set() {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @throws UncheckedIOException where the file cannot be removed
   */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file + ": " + e.getMessage(), e);
    }
  }
}
