package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostTurnsTest {

  private final HostTurns turns = new HostTurns(HostTurns.Pause.REAL);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @Test
  void oneCallerAtATimeHasAHost() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          callers.submit(
              () -> {
                for (int j = 0; j < 20; j++) {
                  try (HostTurns.Turn turn = turns.turn()) {
                    turn.moveTo("a");
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(1);
                    inside.decrementAndGet();
                  }
                }
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void aGapLiesBetweenTurns() throws Exception {
    Duration gap = Duration.ofMillis(200);
    long start = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      try (HostTurns.Turn turn = turns.turn()) {
        turn.moveTo("a");
        turn.setGap(gap);
        turn.moveTo("a"); // a redirect within the host goes on at once
      }
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(gap.multipliedBy(2));
  }

  @Test
  void aHostThatIsTakenDelaysNoOther() throws Exception {
    try (HostTurns.Turn taken = turns.turn()) {
      taken.moveTo("a");
      taken.setGap(Duration.ofHours(1));
      callers
          .submit(
              () -> {
                try (HostTurns.Turn other = turns.turn()) {
                  other.moveTo("b");
                }
                return null;
              })
          .get(30, TimeUnit.SECONDS);
    }
  }

  /** Two redirects that cross: each gives back its host before it waits for the other. */
  @Test
  void turnsThatCrossDoNotLockEachOther() throws Exception {
    List<Future<?>> both = new ArrayList<>();
    for (List<String> way : List.of(List.of("a", "b"), List.of("b", "a"))) {
      both.add(
          callers.submit(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  try (HostTurns.Turn turn = turns.turn()) {
                    turn.moveTo(way.get(0));
                    turn.moveTo(way.get(1));
                  }
                }
                return null;
              }));
    }
    for (Future<?> one : both) {
      one.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    try (HostTurns.Turn turn = turns.turn()) {
      turn.moveTo("a");
      turn.setGap(Duration.ofHours(1));
    }
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> {
              try (HostTurns.Turn turn = turns.turn()) {
                turn.moveTo("a");
              }
            })
        .isInstanceOf(InterruptedException.class);
  }
}
