package dev.dateline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.runtime.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  @Test
  void hasItsDefaults() {
    assertThat(from(Map.of()))
        .isEqualTo(
            new KafkaSettings(
                "127.0.0.1:9092",
                URI.create("http://127.0.0.1:8081"),
                12,
                3,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Optional.of(Path.of(".dateline/members"))));
    assertThat(from(Map.of("kafka.member-dir", "")).memberDirectory()).isEmpty();
  }

  @Test
  void mapsEveryKey() {
    Map<String, String> flags =
        Map.of(
            "kafka.bootstrap", "a:1,b:2",
            "kafka.registry", "http://registry:8080/apis/ccompat/v7",
            "kafka.partitions", "4",
            "kafka.replication", "1",
            "kafka.session-timeout", "6s",
            "kafka.transaction-timeout", "5s",
            "kafka.member-dir", "/var/members");

    assertThat(flags.keySet())
        .containsExactlyInAnyOrderElementsOf(
            KafkaSettings.KEYS.stream().map(setting -> setting.key()).toList());
    assertThat(from(flags))
        .isEqualTo(
            new KafkaSettings(
                "a:1,b:2",
                URI.create("http://registry:8080/apis/ccompat/v7"),
                4,
                1,
                Duration.ofSeconds(6),
                Duration.ofSeconds(5),
                Optional.of(Path.of("/var/members"))));
  }

  private static KafkaSettings from(Map<String, String> flags) {
    return KafkaSettings.from(Settings.load(KafkaSettings.KEYS, Optional.empty(), Map.of(), flags));
  }
}
