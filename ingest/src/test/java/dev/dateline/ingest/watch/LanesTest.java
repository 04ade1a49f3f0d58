package dev.dateline.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Queue<Runnable> workers = new ArrayDeque<>();
  private final AtomicLong clock = new AtomicLong();
  private final Lanes lanes = new Lanes(workers::add, Duration.ofSeconds(10), clock::get);
  private final List<String> done = new ArrayList<>();

  @Test
  void oneTaskOfADomainAtATimeAndDomainsSideBySide() {
    lanes.run("a.example", () -> done.add("a1"));
    lanes.run("a.example", () -> done.add("a2"));
    lanes.run("b.example", () -> done.add("b1"));
    assertThat(workers).hasSize(2);

    workers.remove().run();
    assertThat(done).containsExactly("a1");
    assertThat(workers).hasSize(2);
    workers.remove().run();
    workers.remove().run();
    assertThat(done).containsExactly("a1", "b1", "a2");
  }

  @Test
  void aTaskThatThrowsDoesNotCloseItsLane() {
    lanes.run(
        "a.example",
        () -> {
          throw new IllegalStateException("a fault");
        });
    lanes.run("a.example", () -> done.add("a2"));
    try {
      workers.remove().run();
    } catch (IllegalStateException e) {
      done.add("fault");
    }
    workers.remove().run();
    assertThat(done).containsExactly("fault", "a2");
  }

  @Test
  void domainsThatNobodyAsksAnyMoreAreForgotten() {
    lanes.trouble("ill.example", null);
    lanes.run("busy.example", () -> done.add("busy"));
    Runnable busy = workers.remove();
    for (int i = 0; i < 1_000; i++) {
      lanes.run("d" + i + ".example", () -> {});
      workers.remove().run();
    }
    assertThat(lanes.size()).isLessThan(100);
    assertThat(lanes.pause("ill.example")).isEqualTo(Duration.ofSeconds(10));
    lanes.run("busy.example", () -> done.add("next"));
    assertThat(workers).isEmpty();
    busy.run();
    workers.remove().run();
    assertThat(done).containsExactly("busy", "next");
  }

  @Test
  void aDomainInTroubleIsPausedLongerEachTimeAndForgivenAtOnce() {
    lanes.trouble("a.example", null);
    assertThat(lanes.pause("a.example")).isEqualTo(Duration.ofSeconds(10));
    assertThat(lanes.pause("b.example")).isZero();
    lanes.trouble("a.example", null);
    assertThat(lanes.pause("a.example")).isEqualTo(Duration.ofSeconds(20));
    clock.addAndGet(Duration.ofSeconds(15).toNanos());
    assertThat(lanes.pause("a.example")).isEqualTo(Duration.ofSeconds(5));
    lanes.trouble("a.example", Duration.ofMinutes(5));
    assertThat(lanes.pause("a.example")).isEqualTo(Duration.ofMinutes(5));
    lanes.trouble("a.example", Duration.ofDays(5));
    assertThat(lanes.pause("a.example")).isLessThan(Duration.ofHours(1));
    lanes.well("a.example");
    assertThat(lanes.pause("a.example")).isZero();
  }
}
