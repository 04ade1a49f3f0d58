package dev.dateline.app.command;

import dev.dateline.ingest.extract.ArticleReader;
import dev.dateline.ingest.extract.ExtractLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** The bytes of an input that a command reads as a whole. */
final class InputBytes {

  private InputBytes() {}

  /**
   * Reads a file, or standard input where it is named {@code -}.
   *
   * @throws IOException where it cannot be read or is too large
   */
  static byte[] read(String file) throws IOException {
    int limit = ExtractLimits.DEFAULT.itemBytes();
    try (InputStream in =
        InputFile.isStandardInput(file) ? System.in : ArticleReader.stream(Path.of(file))) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new IOException(
            String.format(
                Locale.ROOT, "it is larger than %,d bytes, the most that is read", limit));
      }
      return bytes;
    }
  }
}
