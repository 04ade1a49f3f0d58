package dev.dateline.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Whole folders at once. */
final class Trees {

  private Trees() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path path : below(folder, Comparator.reverseOrder())) {
      Files.delete(path);
    }
  }

  /** Gives the folder and all below it to a user and group, by number. */
  static void giveTo(Path folder, int uid, int gid) throws IOException {
    for (Path path : below(folder, Comparator.naturalOrder())) {
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted(order).toList();
    }
  }
}
