package dev.dateline.training.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the text files of a {@code .tar.gz} archive. */
public final class TarArchive {

  private TarArchive() {}

  /**
   * The files of an archive whose path the filter takes, as UTF-8, ordered by path.
   *
   * @throws UncheckedIOException where the archive cannot be read
   */
  public static SortedMap<String, String> read(Path archive, Predicate<String> filter) {
    SortedMap<String, String> files = new TreeMap<>();
    readBytes(archive, filter)
        .forEach((path, bytes) -> files.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return files;
  }

  /** The same, as bytes. */
  public static SortedMap<String, byte[]> readBytes(Path archive, Predicate<String> filter) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (var tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && filter.test(entry.getName())) {
          files.put(entry.getName(), tar.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
