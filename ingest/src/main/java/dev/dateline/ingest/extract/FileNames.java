package dev.dateline.ingest.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the name of a file tells before it is opened. */
public final class FileNames {

  private static final Set<String> ARTICLES =
      Set.of("txt", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "xml", "zip", "gz", "warc");

  private FileNames() {}

  /**
   * Why a file found in a folder is passed over, where it is: hidden, a README, or an ending that
   * articles do not have. A file without an ending is read.
   */
  public static Optional<String> reasonToSkip(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (isHidden(path)) {
      return Optional.of("hidden file");
    }
    String stem = name.toUpperCase(Locale.ROOT);
    if (stem.equals("README") || stem.startsWith("README.")) {
      return Optional.of("read-me file");
    }
    String ending = ending(name);
    if (ending.isEmpty() || ARTICLES.contains(ending)) {
      return Optional.empty();
    }
    return Optional.of("files ending in ." + ending + " hold no articles");
  }

  /** Whether a file is one that people do not see: hidden, or left behind by an editor. */
  public static boolean isHidden(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith(".") || name.endsWith("~");
  }

  /** The lower-case letters after the last dot of the name; empty where there are none. */
  static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
