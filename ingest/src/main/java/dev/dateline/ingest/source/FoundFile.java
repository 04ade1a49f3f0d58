package dev.dateline.ingest.source;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file in a folder, as it was when the folder was looked at.
 *
 * @param path where it is
 * @param location path relative to the folder, with slashes
 * @param size bytes
 * @param modified when it was last written
 */
public record FoundFile(Path path, String location, long size, Instant modified) {

  /** Whether nothing was written between two looks. */
  boolean isSame(FoundFile other) {
    return size == other.size && modified.equals(other.modified);
  }
}
