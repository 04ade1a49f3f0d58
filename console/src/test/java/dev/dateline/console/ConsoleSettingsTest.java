package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {

  @Test
  void defaults() {
    assertThat(from(Map.of())).isEqualTo(new ConsoleSettings(200, List.of(), List.of()));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> flags =
        Map.of(
            "console.history", "50",
            "console.peers", "http://enrich:8080, http://sink:8080",
            "console.hosts", "news.example");

    assertThat(from(flags))
        .isEqualTo(
            new ConsoleSettings(
                50,
                List.of(URI.create("http://enrich:8080"), URI.create("http://sink:8080")),
                List.of("news.example")));
  }

  @Test
  void aPeerThatIsNoAddressIsNamed() {
    assertThatThrownBy(() -> from(Map.of("console.peers", "enrich:8080")))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("enrich:8080");
  }

  private static ConsoleSettings from(Map<String, String> flags) {
    return ConsoleSettings.from(
        Settings.load(ConsoleSettings.KEYS, Optional.empty(), Map.of(), flags));
  }
}
