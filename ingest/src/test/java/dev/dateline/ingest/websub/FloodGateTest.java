package dev.dateline.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodGateTest {

  private final AtomicLong now = new AtomicLong();
  private final FloodGate gate = new FloodGate(now::get);

  @Test
  void aFloodOfOneLeaseIsHeldUpAndNoOther() {
    assertThat(passing("one", 1_000)).isEqualTo(60);
    assertThat(passing("other", 10)).isEqualTo(10);
  }

  @Test
  void afterAWhileSomePassAgain() {
    passing("one", 1_000);
    now.addAndGet(TimeUnit.SECONDS.toNanos(10));
    assertThat(passing("one", 1_000)).isEqualTo(5);
    now.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertThat(passing("one", 1_000)).isEqualTo(60);
  }

  @Test
  void ofTheDocumentsOfALeaseSoManyBytesAreCarried() {
    assertThat(IntStream.range(0, 60).filter(i -> gate.carries("one", 1024 * 1024)).count())
        .isEqualTo(8);
    assertThat(gate.carries("other", 1024 * 1024)).isTrue();
    assertThat(gate.passes("one")).isTrue();
    now.addAndGet(TimeUnit.SECONDS.toNanos(64));
    assertThat(gate.carries("one", 1024 * 1024)).isTrue();
    assertThat(gate.carries("one", 1024)).isFalse();
  }

  private long passing(String token, int callbacks) {
    return IntStream.range(0, callbacks).filter(i -> gate.passes(token)).count();
  }
}
