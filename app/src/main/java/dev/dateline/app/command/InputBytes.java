package dev.dateline.app.command;

import dev.dateline.ingest.extract.ExtractLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of an input that a command reads as a whole. */
final class InputBytes {

  private static final String STANDARD_INPUT = "-";

  private InputBytes() {}

  /**
   * Reads a file, or standard input where it is named {@code -}.
   *
   * @throws IOException with a message for a person where it cannot be read or is too large
   */
  static byte[] read(String file) throws IOException {
    int limit = ExtractLimits.DEFAULT.itemBytes();
    try (InputStream in =
        file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new IOException(String.format("it is larger than %,d bytes", limit));
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    }
  }
}
