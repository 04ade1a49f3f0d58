package dev.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchSettingsTest {

  @Test
  void namesOnlyItselfByDefault() {
    FetchSettings settings = from(Map.of());

    assertThat(settings)
        .isEqualTo(
            new FetchSettings(
                "Dateline/dev",
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                10_000_000,
                10,
                List.of(),
                true,
                Duration.ofSeconds(1)));
  }

  @Test
  void tellsWhomToTurnTo() {
    assertThat(from(Map.of("fetch.contact", "https://example.org/bot")).userAgent())
        .isEqualTo("Dateline/dev (+https://example.org/bot)");
  }

  @Test
  void readsEveryKey() {
    FetchSettings settings =
        from(
            Map.of(
                "fetch.user-agent", "Other/1",
                "fetch.connect-timeout", "1s",
                "fetch.timeout", "2s",
                "fetch.limit", "3000",
                "fetch.redirects", "4",
                "fetch.allow", "10.0.0.0/8, [::1]:8080",
                "fetch.robots", "false",
                "fetch.host-delay", "5s"));

    assertThat(settings)
        .isEqualTo(
            new FetchSettings(
                "Other/1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                3_000,
                4,
                List.of("10.0.0.0/8", "[::1]:8080"),
                false,
                Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "fetch.allow, 10.0.0.0/99, '10.0.0.0/99'",
    "fetch.allow, a:b:c, 'a:b:c'",
    "fetch.allow, '[a', fetch.allow",
    "fetch.timeout, 0s, fetch.timeout",
    "fetch.host-delay, -1s, fetch.host-delay"
  })
  void saysWhatIsWrong(String key, String value, String says) {
    assertThatThrownBy(() -> from(Map.of(key, value)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(says);
  }

  private static FetchSettings from(Map<String, String> values) {
    return FetchSettings.from(
        Settings.load(FetchSettings.KEYS, Optional.empty(), Map.of(), values));
  }
}
