package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README works as printed; {@code mvn verify} is what runs this test. */
class ReadmeIT {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void everyCommandWorks() throws IOException, InterruptedException {
    Files.createSymbolicLink(folder.resolve("dateline"), REPOSITORY.resolve("dateline"));
    Files.createSymbolicLink(folder.resolve("samples"), REPOSITORY.resolve("samples"));
    List<String> commands = commands();
    assertThat(commands).contains("./dateline run --once samples/").hasSizeGreaterThan(3);

    for (String command : commands) {
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      Process process =
          new ProcessBuilder("bash", "-c", command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      process.destroy();

      assertThat(ended).as(command).isTrue();
      assertThat(process.exitValue()).as("%s\n%s", command, Files.readString(err)).isZero();
      assertThat(out).as(command).isNotEmptyFile();
    }
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(REPOSITORY.resolve("README.md"))) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh");
      } else if (inside && !line.isBlank() && !line.equals("mvn verify")) {
        commands.add(line);
      }
    }
    return commands;
  }
}
