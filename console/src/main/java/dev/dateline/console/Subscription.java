package dev.dateline.console;

import dev.dateline.schemas.EnrichedArticle;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One reader of the feed with a bounded queue. A reader that does not keep up is dropped: it costs
 * no memory and holds nobody up, and can come back with the position that it saw last.
 */
final class Subscription implements AutoCloseable {

  /** Signals that wait for a reader at most. */
  static final int CAPACITY = 256;

  private final Predicate<EnrichedArticle> filter;
  private final Consumer<Subscription> leave;
  private final Deque<Signal> backlog;
  private final BlockingQueue<Signal> queue = new ArrayBlockingQueue<>(CAPACITY);
  private volatile boolean dropped;
  private volatile boolean closed;

  /**
   * @param backlog what it is told first
   * @param leave called when it is closed
   */
  Subscription(
      Predicate<EnrichedArticle> filter, Collection<Signal> backlog, Consumer<Subscription> leave) {
    this.filter = filter;
    this.backlog = new ArrayDeque<>(backlog);
    this.leave = leave;
  }

  /**
   * Queues a signal that its filter takes. Never blocks.
   *
   * @return false where the reader is too slow and was dropped
   */
  boolean offer(Signal signal) {
    if (signal instanceof Signal.Arrived arrived && !filter.test(arrived.entry().event())) {
      return true;
    }
    if (queue.offer(signal)) {
      return true;
    }
    dropped = true;
    queue.clear();
    queue.offer(new Signal.Dropped());
    return false;
  }

  /** Ends it: what is queued is forgotten. */
  void end() {
    closed = true;
    queue.clear();
    queue.offer(new Signal.Closed());
  }

  /** The next signal; {@link Signal.Idle} after a time without one. For one thread. */
  Signal next(Duration patience) throws InterruptedException {
    if (closed) {
      return new Signal.Closed();
    }
    if (dropped) {
      return new Signal.Dropped();
    }
    Signal first = backlog.poll();
    if (first != null) {
      return first;
    }
    Signal signal = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    return signal == null ? new Signal.Idle() : signal;
  }

  @Override
  public void close() {
    leave.accept(this);
  }
}
