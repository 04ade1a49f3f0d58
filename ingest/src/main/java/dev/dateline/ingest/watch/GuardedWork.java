package dev.dateline.ingest.watch;

import dev.dateline.ingest.publish.FencedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on the sources of one partition, until the partition is given up. */
final class GuardedWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedWork.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final int partition;
  private final Set<Thread> working = new HashSet<>();
  private volatile boolean closed;
  private volatile boolean fenced;

  GuardedWork(int partition) {
    this.partition = partition;
  }

  /** Something done of a source. */
  interface Work {
    void run() throws InterruptedException, FencedException;
  }

  /** Runs work on a source; a fault in it costs this source its turn and nothing else. */
  void run(String sourceId, Work work, Runnable afterFault) {
    synchronized (working) {
      if (closed) {
        return;
      }
      working.add(Thread.currentThread());
    }
    try {
      work.run();
    } catch (InterruptedException e) {
      LOG.debug("interrupted source={}", sourceId);
    } catch (FencedException e) {
      fenced(e);
    } catch (RuntimeException | Error e) {
      LOG.error("asking a source failed source={}", sourceId, e);
      afterFault.run();
    } finally {
      synchronized (working) {
        working.remove(Thread.currentThread());
        working.notifyAll();
      }
    }
  }

  /** Another process has taken the partition over: nothing more is done of it. */
  void fenced(FencedException e) {
    LOG.warn("fenced from sources partition={} reason={}", partition, e.getMessage());
    fenced = true;
    closed = true;
  }

  /** Whether another process took the partition over. */
  boolean isFenced() {
    return fenced;
  }

  boolean isClosed() {
    return closed;
  }

  /** Begins no more work and interrupts what is being done; waits for its end a while. */
  @Override
  public void close() {
    List<Thread> busy;
    synchronized (working) {
      closed = true;
      busy = List.copyOf(working);
    }
    busy.forEach(this::interrupt);
    long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
    synchronized (working) {
      while (!working.isEmpty() && System.nanoTime() < deadline) {
        try {
          working.wait(100);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
  }

  /** Not the next work of a thread that has gone on meanwhile. */
  private void interrupt(Thread thread) {
    synchronized (working) {
      if (working.contains(thread)) {
        thread.interrupt();
      }
    }
  }
}
