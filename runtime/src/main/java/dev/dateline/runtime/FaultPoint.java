package dev.dateline.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places between two steps that belong together. A process that is started with {@value
 * #CRASH_PROPERTY} or {@value #FREEZE_PROPERTY} set to {@code NAME:COUNT} ends or stands still
 * there when it passes for that time, so that tests can show that nothing is lost in between.
 * Without these system properties passing costs next to nothing.
 */
public enum FaultPoint {
  /** The former owner of the transactional id is fenced; nothing is sent yet. */
  INGEST_TAKEN_OVER,
  /** A batch is read from its source; no transaction has begun. */
  INGEST_BATCH_READ,
  /** A batch is with the brokers; its transaction is open. */
  INGEST_BATCH_SENT,
  /** A batch is committed; nobody was told. */
  INGEST_BATCH_COMMITTED,
  /** A file is read to its end; the rest of it may not be sent yet. */
  INGEST_FILE_READ,
  /** An observation is tagged; the register does not know. */
  ENRICH_DECIDED,
  /** The register knows a revision; no event tells of it. */
  ENRICH_REGISTERED,
  /** A revision is sent; what readers see as the latest is not. */
  ENRICH_REVISION_SENT,
  /** All events of a revision are sent; its transaction is open. */
  ENRICH_EVENTS_SENT,
  /** The offsets are part of the transaction. */
  ENRICH_OFFSETS_SENT,
  /** The transaction is about to be committed. */
  ENRICH_COMMITTING,
  /** The transaction is committed; Kafka Streams does not know. */
  ENRICH_COMMITTED,
  /** A partition is claimed in the database; nothing was read under that claim. */
  SINK_CLAIMED,
  /** A batch is polled; no transaction has begun. */
  SINK_BATCH_READ,
  /** The offsets are moved, in an open transaction; no row is there. */
  SINK_OFFSETS_MOVED,
  /** Rows and offsets are written, in an open transaction. */
  SINK_ROWS_WRITTEN,
  /** Rows and offsets are committed; the sink does not know. */
  SINK_COMMITTED,
  /** Dead letters are sent; the outbox does not know. */
  SINK_LETTERS_SENT;

  /** Names the place where the process ends as at {@code kill -9}. */
  public static final String CRASH_PROPERTY = "dateline.crash-at";

  /** Names the place where the process stops itself, until somebody sends SIGCONT. */
  public static final String FREEZE_PROPERTY = "dateline.freeze-at";

  /** The exit status of a process that ended at its place. */
  public static final int STATUS = 97;

  private static final Trap CRASH = Trap.of(CRASH_PROPERTY);
  private static final Trap FREEZE = Trap.of(FREEZE_PROPERTY);

  /** Called between the steps. */
  public void pass() {
    if (CRASH.springs(this)) {
      Runtime.getRuntime().halt(STATUS);
    }
    if (FREEZE.springs(this)) {
      freeze();
    }
  }

  private static void freeze() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("no command kill", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Trap(String name, AtomicInteger left) {

    static Trap of(String property) {
      String[] parts = System.getProperty(property, "").split(":");
      return new Trap(
          parts[0], new AtomicInteger(parts.length > 1 ? Integer.parseInt(parts[1]) : 1));
    }

    boolean springs(FaultPoint point) {
      return !name.isEmpty() && name.equals(point.name()) && left.decrementAndGet() == 0;
    }
  }
}
