package dev.dateline.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final List<Setting> KNOWN =
      List.of(
          new Setting("sink.batch-wait", "1s", "How long."),
          new Setting("kafka.bootstrap", "127.0.0.1:9092", "Where."));

  @TempDir private Path folder;

  @Test
  void laterPlacesWin() throws IOException {
    Path file = Files.writeString(folder.resolve("dateline.properties"), "sink.batch-wait = 2s\n");
    Map<String, String> environment = Map.of("DATELINE_SINK_BATCH_WAIT", "3s", "PATH", "/bin");
    Map<String, String> flags = Map.of("sink.batch-wait", "4s");

    assertThat(wait(Optional.empty(), Map.of(), Map.of())).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(Optional.of(file), Map.of(), Map.of())).isEqualTo(Duration.ofSeconds(2));
    assertThat(wait(Optional.of(file), environment, Map.of())).isEqualTo(Duration.ofSeconds(3));
    assertThat(wait(Optional.of(file), environment, flags)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void tellsWhatIsSetFromWhatIsDefault() {
    Settings settings = load(Optional.empty(), Map.of(), Map.of("kafka.bootstrap", "b:1"));

    assertThat(settings.isSet("kafka.bootstrap")).isTrue();
    assertThat(settings.isSet("sink.batch-wait")).isFalse();
  }

  @Test
  void namesTheNearestKeyOfAnUnknownOne() {
    assertThatThrownBy(() -> load(Optional.empty(), Map.of(), Map.of("sink.batch-wiat", "1s")))
        .asInstanceOf(type(UserException.class))
        .satisfies(
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(e)
                  .hasMessageContaining("sink.batch-wiat")
                  .hasMessageContaining("Did you mean 'sink.batch-wait'?");
            });
    assertThatThrownBy(
            () -> load(Optional.empty(), Map.of("DATELINE_KAFKA_BOOTSTRA", "x"), Map.of()))
        .hasMessageContaining("Did you mean 'DATELINE_KAFKA_BOOTSTRAP'?");
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "2s,2000", "5m,300000", "1h,3600000", "7d,604800000", "PT1.5S,1500"})
  void readsDurations(String text, long milliseconds) {
    assertThat(wait(Optional.empty(), Map.of(), Map.of("sink.batch-wait", text)))
        .isEqualTo(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "5", "5x", "-", "PT", "five"})
  void refusesWhatIsNoDuration(String text) {
    assertThatThrownBy(() -> wait(Optional.empty(), Map.of(), Map.of("sink.batch-wait", text)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sink.batch-wait must be a duration");
  }

  @Test
  void saysWhichFileCannotBeRead() {
    Path missing = folder.resolve("missing.properties");

    assertThatThrownBy(() -> load(Optional.of(missing), Map.of(), Map.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(missing.toString());
  }

  private static Duration wait(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    return load(file, environment, flags).duration("sink.batch-wait");
  }

  private static Settings load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    return Settings.load(KNOWN, file, environment, flags);
  }
}
