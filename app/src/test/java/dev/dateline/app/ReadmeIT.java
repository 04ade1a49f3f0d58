package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README works as printed; {@code mvn verify} is what runs this test. */
class ReadmeIT {

  private static final Path REPOSITORY = DatelineProcess.REPOSITORY;

  @TempDir private Path folder;

  @Test
  void everyCommandWorks() throws Exception {
    Files.createSymbolicLink(folder.resolve("dateline"), REPOSITORY.resolve("dateline"));
    Files.createSymbolicLink(folder.resolve("samples"), REPOSITORY.resolve("samples"));
    List<String> commands = MarkdownCode.commands(REPOSITORY.resolve("README.md"));
    assertThat(commands)
        .startsWith("./dateline run --once samples/", "mvn verify")
        .hasSizeGreaterThan(4);

    for (String command : commands) {
      if (command.equals("mvn verify")) {
        continue;
      }
      DatelineProcess process = DatelineProcess.startShell(folder, command);

      assertThat(process.awaitEnd()).as("%s\n%s", command, process.err()).isZero();
      assertThat(process.out()).as(command).isNotEmpty();
    }
  }
}
