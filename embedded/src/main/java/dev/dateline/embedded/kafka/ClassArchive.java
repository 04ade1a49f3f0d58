package dev.dateline.embedded.kafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The archive of loaded classes (JEP 350) that halves the start of the broker. The first run that
 * ends in order writes it; one archive belongs to one class path and one JVM. It is 50 MB large, so
 * only the newest few are kept.
 */
final class ClassArchive {

  private static final int KEPT = 3;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final boolean possible;
  private final Path cache;
  private final Path file;
  private final Path unfinished;

  ClassArchive(Path cache, String classPath) {
    List<File> entries =
        List.of(classPath.split(File.pathSeparator)).stream().map(File::new).toList();
    this.possible = entries.stream().allMatch(File::isFile);
    this.cache = cache;
    this.file = cache.resolve("kafka-" + fingerprint(entries) + ".jsa");
    this.unfinished =
        cache.resolve(
            file.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + COUNT.incrementAndGet());
  }

  /** The JVM options that use the archive, or write it where there is none yet. */
  List<String> options() {
    if (!possible) {
      return List.of(); // an archive holds classes of jars alone
    }
    create(cache);
    return Files.exists(file)
        ? List.of("-XX:SharedArchiveFile=" + file)
        : List.of("-XX:ArchiveClassesAtExit=" + unfinished);
  }

  private static void create(Path cache) {
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + cache, e);
    }
  }

  /** Takes over what a JVM wrote that ended in order; drops what a killed one left. */
  void finish(boolean inOrder) {
    try {
      if (inOrder && Files.exists(unfinished)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        dropOld();
      }
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void dropOld() throws IOException {
    List<File> archives = new ArrayList<>();
    try (var files = Files.newDirectoryStream(cache, "kafka-*.jsa*")) {
      files.forEach(path -> archives.add(path.toFile()));
    }
    archives.sort(Comparator.comparingLong(File::lastModified).reversed());
    for (File old : archives.subList(Math.min(KEPT, archives.size()), archives.size())) {
      Files.deleteIfExists(old.toPath());
    }
  }

  private static String fingerprint(List<File> entries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
      for (File entry : entries) {
        String described = entry + " " + entry.length() + ' ' + entry.lastModified() + '\n';
        digest.update(described.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
