package dev.dateline.ingest.watch;

import java.util.OptionalLong;
import java.util.TreeSet;

/** Which notices of a partition are taken: they end in another order than they begin. */
final class NoticeProgress {

  private final TreeSet<Long> open = new TreeSet<>();
  private long last = -1;

  synchronized void begin(long offset) {
    open.add(offset);
    last = Math.max(last, offset);
  }

  synchronized void end(long offset) {
    open.remove(offset);
  }

  /** Notices that have begun and not ended. */
  synchronized int open() {
    return open.size();
  }

  /** Where to go on after a restart; empty where nothing has begun. */
  synchronized OptionalLong next() {
    return last < 0
        ? OptionalLong.empty()
        : OptionalLong.of(open.isEmpty() ? last + 1 : open.first());
  }
}
