package dev.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.topology.EnrichSettings.TaggerChoice;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrichSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(from(Map.of()))
        .isEqualTo(
            new EnrichSettings(
                Path.of(".dateline/enrich"),
                1,
                0,
                TaggerChoice.AUTO,
                Path.of(".dateline/models"),
                3));
  }

  @Test
  void takesEveryKey() {
    EnrichSettings settings =
        from(
            Map.of(
                "enrich.state-dir", "/var/lib/enrich",
                "enrich.threads", "4",
                "enrich.standby-replicas", "1",
                "enrich.tagger", "deep",
                "enrich.model-dir", "/models"));

    assertThat(settings)
        .isEqualTo(
            new EnrichSettings(
                Path.of("/var/lib/enrich"), 4, 1, TaggerChoice.DEEP, Path.of("/models"), 3));
  }

  @Test
  void namesTheTaggersThatThereAre() {
    assertThatThrownBy(() -> from(Map.of("enrich.tagger", "slow")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("auto, fast or deep");
  }

  private static EnrichSettings from(Map<String, String> flags) {
    return EnrichSettings.from(
        Settings.load(EnrichSettings.KEYS, Optional.empty(), Map.of(), flags));
  }
}
