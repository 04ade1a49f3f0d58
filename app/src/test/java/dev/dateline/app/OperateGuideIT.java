package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/operate.md works as printed, each in a terminal of its own. */
@Timeout(600)
class OperateGuideIT {

  private static final Path GUIDE = DatelineProcess.REPOSITORY.resolve("docs/operate.md");

  /** Needs the files of their publishers; tested where imports are. */
  private static final String IMPORT = "dateline knowledge import";

  private static final Pattern LINE = Pattern.compile("\\d\\d:\\d\\d:\\d\\d  [a-z]{2} .*");

  @TempDir private Path folder;
  private final List<DatelineProcess> running = new ArrayList<>();

  @AfterEach
  void end() {
    for (int i = running.size() - 1; i >= 0; i--) {
      running.get(i).close();
    }
  }

  @Test
  void theServicesRunOneByOne() throws Exception {
    Files.createSymbolicLink(
        folder.resolve("samples"), DatelineProcess.REPOSITORY.resolve("samples"));
    Path settings = folder.resolve("demo.properties");
    List<String> commands = MarkdownCode.commands(GUIDE);
    assertThat(commands).filteredOn(command -> !command.startsWith(IMPORT)).hasSize(5);

    start(commands, "broker");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Files.exists(settings) && Files.readAllLines(settings).size() == 3);
    start(commands, "ingest").awaitErr("ingest runs");
    start(commands, "enrich").awaitErr("enrich runs");
    DatelineProcess tail = start(commands, "tail");
    DatelineProcess console = start(commands, "console");

    console.awaitErr("console runs");
    assertThat(tail.awaitLines(10)).allMatch(line -> LINE.matcher(line).matches());
  }

  private DatelineProcess start(List<String> commands, String name) throws IOException {
    List<String> found =
        commands.stream().filter(command -> command.startsWith("dateline " + name)).toList();
    assertThat(found).hasSize(1);
    DatelineProcess process = DatelineProcess.startShell(folder, "exec " + found.get(0));
    running.add(process);
    return process;
  }
}
