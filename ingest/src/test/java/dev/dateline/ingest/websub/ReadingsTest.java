package dev.dateline.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  private final Readings readings = new Readings(Duration.ZERO);

  @Test
  void aHubThatIsSlowHoldsUpFewThreadsAndNoOtherHub() throws InterruptedException {
    assertThat(beginning("slow", 100)).isEqualTo(4);
    assertThat(readings.begin("other")).isTrue();
    readings.end("slow");
    assertThat(beginning("slow", 100)).isEqualTo(1);
  }

  @Test
  void allHubsTogetherAreBounded() throws InterruptedException {
    int all = 0;
    for (int hub = 0; hub < 100; hub++) {
      all += beginning("hub" + hub, 4);
    }
    assertThat(all).isEqualTo(16);
  }

  private int beginning(String hub, int deliveries) throws InterruptedException {
    int begun = 0;
    for (int i = 0; i < deliveries; i++) {
      begun += readings.begin(hub) ? 1 : 0;
    }
    return begun;
  }

  @Test
  void oneMoreWaitsForItsTurn() throws Exception {
    Readings patient = new Readings(Duration.ofDays(1));
    for (int i = 0; i < 4; i++) {
      assertThat(patient.begin("hub")).isTrue();
    }
    CompletableFuture<Boolean> fifth =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return patient.begin("hub");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    patient.end("hub");
    assertThat(fifth.get()).isTrue();
  }
}
