package dev.dateline.ingest.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Which notices of a partition are taken: they end in another order than they begin. And which of
 * those that wait may keep their documents in memory.
 */
final class NoticeProgress {

  /** Documents of a partition that wait, in bytes. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** What one source may have of that: it may be its own server that holds it up. */
  private static final int MOST_BYTES_OF_A_SOURCE = MOST_BYTES / 4;

  private final TreeMap<Long, Waiting> open = new TreeMap<>();
  private final Map<String, Integer> bytesBySource = new HashMap<>();
  private final Map<String, Long> lastWithout = new HashMap<>();
  private long last = -1;
  private int bytes;

  /** A notice that has begun and not ended. */
  private record Waiting(String sourceId, int bytes) {}

  /**
   * A notice begins.
   *
   * @param size of its document, in bytes; 0 where it has none
   * @return whether the document may be kept; else the source is to be asked for it
   */
  synchronized boolean begin(long offset, String sourceId, int size) {
    last = Math.max(last, offset);
    end(offset); // where it is read once more, after a fault of the reader
    int ofSource = bytesBySource.getOrDefault(sourceId, 0) + size;
    boolean kept = size > 0 && ofSource <= MOST_BYTES_OF_A_SOURCE && bytes + size <= MOST_BYTES;
    open.put(offset, new Waiting(sourceId, kept ? size : 0));
    if (kept) {
      bytes += size;
      bytesBySource.merge(sourceId, size, Integer::sum);
    } else if (size > 0) {
      lastWithout.put(sourceId, offset);
    }
    return kept;
  }

  synchronized void end(long offset) {
    Waiting ended = open.remove(offset);
    if (ended != null) {
      bytes -= ended.bytes();
      bytesBySource.computeIfPresent(
          ended.sourceId(),
          (id, before) -> before == ended.bytes() ? null : before - ended.bytes());
      lastWithout.remove(ended.sourceId(), offset);
    }
  }

  /** Whether a later notice lets the source be asked as well, so that this one need not. */
  synchronized boolean isFollowed(long offset, String sourceId) {
    return lastWithout.getOrDefault(sourceId, -1L) > offset;
  }

  /** Notices that have begun and not ended. */
  synchronized int open() {
    return open.size();
  }

  /** Where to go on after a restart; empty where nothing has begun. */
  synchronized OptionalLong next() {
    return last < 0
        ? OptionalLong.empty()
        : OptionalLong.of(open.isEmpty() ? last + 1 : open.firstKey());
  }
}
