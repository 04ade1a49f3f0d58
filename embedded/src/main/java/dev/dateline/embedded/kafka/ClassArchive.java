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
import java.util.HexFormat;
import java.util.List;

/**
 * The archive of loaded classes (JEP 350) that halves the start of the broker. The first run that
 * ends in order writes it; one archive belongs to one class path and one JVM.
 */
final class ClassArchive {

  private final Path file;
  private final Path unfinished;

  ClassArchive(Path cache, String classPath) {
    this.file = cache.resolve("kafka-" + fingerprint(classPath) + ".jsa");
    this.unfinished = cache.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
    create(cache);
  }

  /** The JVM options that use the archive, or write it where there is none yet. */
  List<String> options() {
    return Files.exists(file)
        ? List.of("-XX:SharedArchiveFile=" + file)
        : List.of("-XX:ArchiveClassesAtExit=" + unfinished);
  }

  /** Takes over what a JVM wrote that ended in order; drops what a killed one left. */
  void finish(boolean inOrder) {
    try {
      if (inOrder && Files.exists(unfinished)) {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void create(Path cache) {
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + cache, e);
    }
  }

  private static String fingerprint(String classPath) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
      for (String entry : classPath.split(File.pathSeparator)) {
        File element = new File(entry);
        String described = entry + ' ' + element.length() + ' ' + element.lastModified() + '\n';
        digest.update(described.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
