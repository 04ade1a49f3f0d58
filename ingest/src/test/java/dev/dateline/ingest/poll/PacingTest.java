package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {

  private static final Duration INTERVAL = Duration.ofMinutes(40);

  private final Pacing pacing =
      new Pacing(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(2));

  @Test
  void aimsAtAThirdToTwoThirdsOfTheItemsKnown() {
    assertThat(pacing.afterItems(INTERVAL, 30, 10)).isEqualTo(INTERVAL);
    assertThat(pacing.afterItems(INTERVAL, 30, 20)).isEqualTo(INTERVAL);
    assertThat(pacing.afterItems(INTERVAL, 30, 21)).isEqualTo(Duration.ofMinutes(60));
    assertThat(pacing.afterItems(INTERVAL, 30, 9)).isEqualTo(Duration.ofMinutes(20));
    assertThat(pacing.afterItems(INTERVAL, 30, 0)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void keepsTheIntervalBetweenItsBounds() {
    assertThat(pacing.afterItems(Duration.ofHours(2), 30, 30)).isEqualTo(Duration.ofHours(2));
    assertThat(pacing.afterItems(Duration.ofMinutes(6), 30, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(pacing.afterUnchanged(INTERVAL)).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void waitsAsLongAsTheSourceWishesButNotForEver() {
    assertThat(pacing.wait(INTERVAL, Duration.ofMinutes(60), null)).isEqualTo(Duration.ofHours(1));
    assertThat(pacing.wait(INTERVAL, Duration.ofMinutes(1), null)).isEqualTo(INTERVAL);
    assertThat(pacing.wait(INTERVAL, null, Duration.ofDays(365))).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void backsOffLongerWithEachFailureAndAsLongAsItIsAsked() {
    assertThat(pacing.backOff(INTERVAL, 1, 0.5, null)).isEqualTo(INTERVAL.multipliedBy(2));
    assertThat(pacing.backOff(INTERVAL, 2, 0.5, null)).isEqualTo(INTERVAL.multipliedBy(4));
    assertThat(pacing.backOff(INTERVAL, 50, 1, null)).isLessThan(Duration.ofDays(2));
    assertThat(pacing.backOff(INTERVAL, 1, 0.5, Duration.ofHours(9)))
        .isEqualTo(Duration.ofHours(9));
    assertThat(pacing.backOff(INTERVAL, 1, 0, null))
        .isLessThan(pacing.backOff(INTERVAL, 1, 1, null));
  }
}
