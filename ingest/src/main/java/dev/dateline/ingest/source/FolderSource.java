package dev.dateline.ingest.source;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder, or a single file, as a source of articles. It tells which files are new or changed,
 * each when it is whole: when nothing was written to it for a while. Used by one thread.
 */
public final class FolderSource implements AutoCloseable {

  /** Kind of this source in the articles' provenance. */
  public static final String KIND = "folder";

  private final Path root;
  private final String id;
  private final Duration settle;
  private final Clock clock;
  private final FirstCopies copies;
  private final @Nullable FolderWatch watch;
  private final Map<String, FoundFile> taken = new HashMap<>();
  private final Look look;
  private Map<String, Waiting> waiting = new HashMap<>();
  private Map<String, Unseen> unseen = Map.of();
  private final Set<String> told = new HashSet<>();

  /** How a folder is looked at. */
  interface Look {

    FolderScan at(Path root) throws IOException;
  }

  private record Waiting(FoundFile file, Instant since) {}

  /**
   * @param path folder or file
   * @param settle how long a file must be left alone to be whole
   * @param watched whether changes are to be noticed as they happen
   * @param largestCopy up to which size files are compared for being copies, in bytes
   * @throws UserException with {@link ExitCode#INPUT} where there is nothing to read
   */
  public FolderSource(Path path, boolean watched, Duration settle, long largestCopy, Clock clock) {
    this(path, watched, settle, largestCopy, clock, FolderScan::of);
  }

  FolderSource(
      Path path, boolean watched, Duration settle, long largestCopy, Clock clock, Look look) {
    this.root = SourcePath.real(path);
    this.id = FolderId.of(root);
    this.settle = settle;
    this.clock = clock;
    this.look = look;
    this.copies = new FirstCopies(largestCopy);
    this.watch = watched ? FolderWatch.open() : null;
  }

  /** Stable id: the folder's name and a hash of its real path. */
  public String id() {
    return id;
  }

  /** The real path. */
  public Path root() {
    return root;
  }

  /**
   * Looks, and takes what is whole and was not taken before as it is now; in the order of the
   * locations.
   *
   * @throws IOException where the folder itself cannot be looked at
   */
  public List<FoundFile> take() throws IOException {
    FolderScan scan = look.at(root);
    note(scan.unseen());
    if (watch != null) {
      watch.add(scan.folders());
    }
    copies.update(scan.files());
    Instant now = clock.instant();
    Map<String, Waiting> stillWaiting = new HashMap<>();
    List<FoundFile> whole = new ArrayList<>();
    Map<String, FoundFile> present = new HashMap<>();
    for (FoundFile file : scan.files()) {
      FoundFile before = taken.get(file.location());
      if (before != null) {
        present.put(file.location(), before);
        if (before.isSame(file)) {
          continue;
        }
      }
      Waiting known = waiting.get(file.location());
      Instant since = known != null && known.file().isSame(file) ? known.since() : now;
      if (isOver(since, now) || isOver(file.modified(), now)) {
        whole.add(file);
        present.put(file.location(), file);
      } else {
        stillWaiting.put(file.location(), new Waiting(file, since));
      }
    }
    waiting = stillWaiting;
    taken.clear();
    taken.putAll(present);
    return whole;
  }

  private void note(List<Unseen> now) {
    unseen = new LinkedHashMap<>();
    now.forEach(failed -> unseen.put(failed.location(), failed));
    told.retainAll(unseen.keySet());
  }

  /**
   * What the last {@link #take()} could not look at: each once, and again only where it could be
   * looked at meanwhile.
   */
  public List<Unseen> takeUnseen() {
    return unseen.values().stream().filter(failed -> told.add(failed.location())).toList();
  }

  private boolean isOver(Instant since, Instant now) {
    return !now.isBefore(since.plus(settle));
  }

  /** Whether files are being written that were not given yet. */
  public boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /** Gives up waiting: the files that never settle are taken as they are. */
  public List<FoundFile> takeWaiting() {
    List<FoundFile> files =
        waiting.values().stream()
            .map(Waiting::file)
            .sorted(Comparator.comparing(FoundFile::location))
            .toList();
    files.forEach(file -> taken.put(file.location(), file));
    waiting = new HashMap<>();
    return files;
  }

  /** Forgets that a file was taken: it is given again when it is looked at the next time. */
  public void putBack(FoundFile file) {
    taken.remove(file.location());
  }

  /** Whether the file is still as it was when it was found. */
  public boolean isUnchanged(FoundFile file) {
    try {
      return Files.size(file.path()) == file.size()
          && Files.getLastModifiedTime(file.path()).toInstant().equals(file.modified());
    } catch (IOException e) {
      return false;
    }
  }

  /** Where the same bytes were first: the location that gives copies one id. */
  public String firstCopy(FoundFile file) {
    return copies.of(file);
  }

  /** Waits until something changes, but never longer than this; used after a {@link #take()}. */
  public void await(Duration most) throws InterruptedException {
    if (watch == null) {
      Thread.sleep(most.toMillis());
    } else {
      watch.await(most);
    }
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
