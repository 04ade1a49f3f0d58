package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.service.KnownSettings;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables in docs/operate.md are what the code knows. */
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

  @Test
  void listsEveryTopicWithItsCleanup() throws IOException {
    String guide = Files.readString(GUIDE);

    assertThat(Topics.all())
        .allSatisfy(
            topic ->
                assertThat(guide)
                    .containsPattern(
                        "(?m)^\\| `" + row(topic) + "` \\| .* \\| " + cleanup(topic) + " \\|$"));
  }

  @Test
  void listsEveryExitCodeAsHelpDoes() throws IOException {
    Map<String, String> codes = Main.commandLine().getCommandSpec().usageMessage().exitCodeList();
    String table =
        codes.entrySet().stream()
            .map(code -> "| " + code.getKey() + " | " + code.getValue() + " |\n")
            .collect(Collectors.joining());

    assertThat(Files.readString(GUIDE)).contains("| Code | Meaning |\n| --- | --- |\n" + table);
  }

  /** Topics of subjects share a row. */
  private static String row(KafkaTopic topic) {
    return Topics.SUBJECTS.stream().anyMatch(slug -> topic.equals(Topics.subject(slug)))
        ? "news\\.subject\\.<slug>\\.v1"
        : topic.name().replace(".", "\\.");
  }

  private static String cleanup(KafkaTopic topic) {
    String bytes =
        topic.mostBytes().isPresent()
            ? ", " + topic.mostBytes().getAsLong() / (1024 * 1024) + " MB a partition"
            : "";
    return topic.retention().map(time -> "delete, " + time.toDays() + " days").orElse("compact")
        + bytes;
  }
}
