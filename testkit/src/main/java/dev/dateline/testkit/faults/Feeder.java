package dev.dateline.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Puts the lines of a model into the folder of ingest, file by file, so that some are always in
 * flight while there are more, and none of it is given twice by the feeder itself.
 */
final class Feeder implements AutoCloseable {

  private static final int LINES = 25;
  private static final Duration POLL = Duration.ofMillis(50);

  private final NewsModel model;
  private final Path folder;
  private final LongSupplier stored;
  private final int backlog;
  private final Thread thread = new Thread(this::run, "feeder");
  private final Set<String> distinct = new HashSet<>();
  private volatile int offered;
  private volatile int versions;
  private volatile long allowed = Long.MAX_VALUE;
  private volatile boolean stopped;

  /**
   * @param stored how many revisions are stored now; negative where that is not known
   * @param backlog how many lines are in flight at least, while there are more
   */
  Feeder(NewsModel model, Path folder, LongSupplier stored, int backlog) {
    this.model = model;
    this.folder = folder;
    this.stored = stored;
    this.backlog = backlog;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** About so many versions are offered, and no more until more is allowed. */
  void allow(long most) {
    allowed = most;
  }

  private void run() {
    List<String> lines = model.lines();
    for (int from = 0; from < lines.size() && !stopped; from += LINES) {
      int to = Math.min(lines.size(), from + LINES);
      while (!stopped && (inFlight() > backlog || versions >= allowed)) {
        Waiting.pause(POLL);
      }
      List<String> next = lines.subList(from, to);
      write(from / LINES, String.join("", next));
      distinct.addAll(next);
      versions = distinct.size();
      offered = to;
    }
  }

  /** Versions that were offered and are not stored. */
  long inFlight() {
    return versions - stored.getAsLong();
  }

  /** A file appears whole. */
  private void write(int number, String lines) {
    try {
      Path unfinished = folder.resolveSibling("unfinished.jsonl");
      Files.writeString(unfinished, lines);
      Files.move(
          unfinished,
          folder.resolve("lines-%06d.jsonl".formatted(number)),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  boolean isDone() {
    return offered == model.lines().size();
  }

  @Override
  public void close() {
    stopped = true;
  }
}
