package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A file system of its own that can be full: tmpfs, which root may mount. */
public final class SmallDisk implements AutoCloseable {

  private static final String BALLAST = "ballast";
  private static final int PIECE = 64 * 1024;

  private final Path root;

  private SmallDisk(Path root) {
    this.root = root;
  }

  /**
   * Mounts it.
   *
   * @throws UnsupportedOperationException where this process may not
   */
  static SmallDisk mount(Path root, int megabytes) {
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder " + root, e);
    }
    String size = String.format(Locale.ROOT, "size=%dm", megabytes);
    if (run("mount", "-t", "tmpfs", "-o", size, "tmpfs", root.toString()) != 0) {
      throw new UnsupportedOperationException(
          "NOT TESTED: no small file system can be mounted at " + root + "; that takes root");
    }
    return new SmallDisk(root);
  }

  /** Whether this process may mount one. */
  public static boolean isPossible(Path folder) {
    try (SmallDisk disk = mount(folder, 1)) {
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  Path root() {
    return root;
  }

  /** Leaves no byte free; may be called again where something has been. */
  void fill() {
    try (OutputStream out =
        Files.newOutputStream(
            root.resolve(BALLAST), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] piece = new byte[PIECE];
      for (int size = PIECE; size > 0; size /= 2) {
        write(out, piece, size);
      }
    } catch (IOException e) {
      // closing a file fails as well where there is no room
    }
  }

  private static void write(OutputStream out, byte[] piece, int size) {
    try {
      while (true) {
        out.write(piece, 0, size);
      }
    } catch (IOException e) {
      // full, for pieces of this size
    }
  }

  /** Bytes that are free. */
  long free() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + root, e);
    }
  }

  /** Gives back what was filled. */
  void relieve() {
    try {
      Files.deleteIfExists(root.resolve(BALLAST));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot relieve " + root, e);
    }
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** Unmounts it; what still uses it keeps it until then. */
  @Override
  public void close() {
    run("umount", "-l", root.toString());
  }
}
