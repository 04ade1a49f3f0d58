package dev.dateline.ingest.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets one caller at a time ask a host, in the order of their coming, with a gap between them. */
final class HostTurns {

  private final Pause pause;
  private final Map<String, Host> busy = new HashMap<>();
  private final Map<String, Long> resting = new LinkedHashMap<>();

  /** The time that passes between turns. */
  interface Pause {

    /** What passes by itself. */
    Pause REAL =
        new Pause() {
          @Override
          public long nanoTime() {
            return System.nanoTime();
          }

          @Override
          public void sleep(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
          }
        };

    /** A clock as {@link System#nanoTime}. */
    long nanoTime();

    /** Waits; not at all where the time is negative. */
    void sleep(Duration time) throws InterruptedException;
  }

  HostTurns(Pause pause) {
    this.pause = pause;
  }

  /** A turn that has no host yet. */
  Turn turn() {
    return new Turn();
  }

  private synchronized Host join(String name) {
    Host host = busy.computeIfAbsent(name, absent -> new Host(resting.remove(absent), pause));
    host.callers++;
    return host;
  }

  private synchronized void leave(String name, Host host) {
    host.callers--;
    if (host.callers == 0) {
      busy.remove(name);
      resting.put(name, host.freeAt);
    }
    forgetTheRested();
  }

  private void forgetTheRested() {
    long now = pause.nanoTime();
    Iterator<Long> eldest = resting.values().iterator();
    while (eldest.hasNext() && eldest.next() - now <= 0) {
      eldest.remove();
    }
  }

  private static final class Host {
    private final Pause pause;
    private final Semaphore permit = new Semaphore(1, true);
    private volatile long freeAt;
    private int callers;

    private Host(@Nullable Long freeAt, Pause pause) {
      this.pause = pause;
      this.freeAt = freeAt == null ? pause.nanoTime() : freeAt;
    }

    private void awaitTurn() throws InterruptedException {
      permit.acquire();
      try {
        pause.sleep(Duration.ofNanos(freeAt - pause.nanoTime()));
      } catch (InterruptedException e) {
        permit.release();
        throw e;
      }
    }
  }

  /** The right to ask a host until it is closed; of one thread. */
  final class Turn implements AutoCloseable {

    private @Nullable String name;
    private @Nullable Host host;
    private Duration gap = Duration.ZERO;

    /**
     * Waits for the turn at a host, giving back that at the former one. It is kept where the host
     * stays the same, so that redirects within a host go on at once.
     */
    void moveTo(String newName) throws InterruptedException {
      if (newName.equals(name)) {
        return;
      }
      close();
      Host next = join(newName);
      try {
        next.awaitTurn();
      } catch (InterruptedException e) {
        leave(newName, next);
        throw e;
      }
      name = newName;
      host = next;
    }

    /** How long the host is left alone after this turn. */
    void setGap(Duration gap) {
      this.gap = gap;
    }

    @Override
    public void close() {
      if (host != null && name != null) {
        host.freeAt = pause.nanoTime() + gap.toNanos();
        host.permit.release();
        leave(name, host);
        host = null;
        name = null;
      }
    }
  }
}
