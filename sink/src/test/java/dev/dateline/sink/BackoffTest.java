package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
          Duration.ofMillis(100),
          Duration.ofMillis(350));

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

  private Duration afterFailure() {
    backoff.failed();
    return backoff.remaining();
  }
}
