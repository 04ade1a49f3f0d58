package dev.dateline.training.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes the archive of a public set with a few texts written here. */
final class SetArchive {

  private final String archive;
  private final Map<String, String> contents = new LinkedHashMap<>();

  /** An archive by its place in a data folder. */
  SetArchive(String archive) {
    this.archive = archive;
  }

  SetArchive add(String path, String content) {
    contents.put(path, content);
    return this;
  }

  void write(Path data) throws IOException {
    Path file = data.resolve(archive);
    Files.createDirectories(file.getParent());
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, String> content : contents.entrySet()) {
        byte[] bytes = content.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(content.getKey());
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
  }
}
