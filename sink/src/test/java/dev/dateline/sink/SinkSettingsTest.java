package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkSettingsTest {

  @Test
  void defaults() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new SinkSettings(
                "jdbc:postgresql://127.0.0.1:5432/dateline", "dateline", "", 4, 500, 8_388_608));
  }

  @Test
  void everyKey(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "from file\n");

    SinkSettings settings =
        read(
            Map.of(
                "sink.jdbc-url", "jdbc:postgresql://db/news",
                "sink.user", "u",
                "sink.password", "from setting",
                "sink.password-file", file.toString(),
                "sink.pool-size", "9",
                "sink.batch-records", "7",
                "sink.batch-bytes", "100000"));

    assertThat(settings)
        .isEqualTo(new SinkSettings("jdbc:postgresql://db/news", "u", "from file", 9, 7, 100_000));
  }

  @Test
  void aPasswordFileThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> read(Map.of("sink.password-file", "/no/such/file")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sink.password-file /no/such/file");
  }

  @Test
  void thePasswordIsNeverShown() {
    assertThat(read(Map.of("sink.password", "secret")).toString()).doesNotContain("secret");
  }

  @Test
  void aTransactionEndsBeforeTheGroupReplacesItsMember() {
    assertThat(SinkService.transactionTimeout(Duration.ofSeconds(10)))
        .isEqualTo(Duration.ofSeconds(8));
  }

  private static SinkSettings read(Map<String, String> flags) {
    return SinkSettings.from(Settings.load(SinkSettings.KEYS, Optional.empty(), Map.of(), flags));
  }
}
