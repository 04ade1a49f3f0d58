package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.kafka.KafkaClients;
import dev.dateline.runtime.kafka.KafkaSettings;
import dev.dateline.runtime.metrics.Metrics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleServiceTest {

  private static final KafkaSettings NOBODY =
      new KafkaSettings(
          "127.0.0.1:1",
          URI.create("http://127.0.0.1:1"),
          1,
          1,
          Duration.ofSeconds(3),
          Duration.ofSeconds(5));

  @Test
  void withoutKafkaItStartsAndSaysWhereItLooked() {
    try (Metrics metrics = new Metrics();
        ConsoleService console =
            new ConsoleService(
                new ConsoleSettings(10, List.of(), List.of()),
                new KafkaClients(NOBODY),
                metrics,
                Map::of)) {
      assertThat(console.check().state()).isEqualTo(Health.State.STARTING);

      console.start();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> console.check().state() == Health.State.DOWN);
      assertThat(console.check().detail()).contains("127.0.0.1:1");
      await()
          .during(Duration.ofSeconds(2))
          .until(() -> console.check().state() == Health.State.DOWN);
      console.close();
      assertThat(console.check().state()).isEqualTo(Health.State.STOPPED);
    }
  }
}
