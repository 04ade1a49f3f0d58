package dev.dateline.enrich.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name under which a process joins the group, kept beside its register. A process that comes
 * back under it gets its partitions at once, instead of after the session timeout of its former
 * life.
 */
final class InstanceId {

  private static final String FILE = "instance-id";

  private InstanceId() {}

  /**
   * @throws UncheckedIOException where the folder cannot be read or written
   */
  static String in(Path stateDirectory) {
    Path file = stateDirectory.resolve(FILE);
    try {
      if (Files.exists(file)) {
        String id = Files.readString(file).strip();
        if (!id.isEmpty()) {
          return id;
        }
      }
      Files.createDirectories(stateDirectory);
      String id = UUID.randomUUID().toString();
      Path whole = Files.writeString(stateDirectory.resolve(FILE + ".new"), id);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep the register in " + stateDirectory + "; may this user write there?", e);
    }
  }
}
