package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private long now = 5;
  private final Backoff backoff =
      new Backoff(() -> now, Duration.ofMillis(100), Duration.ofMillis(350));

  @Test
  void isDueAtFirst() {
    assertThat(backoff.remaining()).isZero();
  }

  @Test
  void growsUpToItsBoundAndBeginsAnewAfterSuccess() {
    assertThat(afterFailure()).isEqualTo(Duration.ofMillis(100));
    assertThat(afterFailure()).isEqualTo(Duration.ofMillis(200));
    assertThat(afterFailure()).isEqualTo(Duration.ofMillis(350));
    assertThat(afterFailure()).isEqualTo(Duration.ofMillis(350));

    backoff.succeeded();

    assertThat(backoff.remaining()).isZero();
    assertThat(afterFailure()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void isDueWhenItsTimeHasPassed() {
    backoff.failed();

    now += Duration.ofMillis(99).toNanos();
    assertThat(backoff.remaining()).isEqualTo(Duration.ofMillis(1));

    now += Duration.ofMillis(1).toNanos();
    assertThat(backoff.remaining()).isZero();
  }

  private Duration afterFailure() {
    backoff.failed();
    return backoff.remaining();
  }
}
