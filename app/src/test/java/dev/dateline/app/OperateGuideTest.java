package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.service.KnownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/operate.md is what the code knows. */
class OperateGuideTest {

  private static final Path GUIDE = Path.of("../docs/operate.md");

  @Test
  void listsEverySettingWithItsDefault() throws IOException {
    String table =
        KnownSettings.all().stream()
            .map(
                setting ->
                    "| `%s` | `%s` | %s | %s |"
                        .formatted(
                            setting.key(),
                            setting.environmentVariable(),
                            setting.defaultValue().isEmpty()
                                ? ""
                                : "`" + setting.defaultValue() + "`",
                            setting.description()))
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(GUIDE))
        .as("paste this table between the marks of %s:\n%s", GUIDE, table)
        .contains("| --- | --- | --- | --- |\n" + table + "\n<!-- settings:end -->");
  }
}
