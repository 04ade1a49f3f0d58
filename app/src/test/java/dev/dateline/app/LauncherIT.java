package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher where Dateline is installed without its sources. */
@Tag("long")
class LauncherIT {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final String PREPARING = "preparing a quick start";

  @TempDir Path home;

  @Test
  void aServiceStartsAtOnceWhileItsClassesAreArchivedWithoutTheSettingsOfTheUser()
      throws Exception {
    install();

    String first = sink();
    List<Path> thereByThen = files(".jsa");
    String meanwhile = sink();
    await().atMost(Duration.ofMinutes(4)).until(() -> files(".lock").isEmpty());
    String after = sink();

    assertThat(first).contains(PREPARING).contains("DATELINE_NO_SUCH_SETTING");
    assertThat(thereByThen).as("archives that it waited for").isEmpty();
    assertThat(meanwhile).doesNotContain(PREPARING).contains("DATELINE_NO_SUCH_SETTING");
    assertThat(after).doesNotContain(PREPARING).contains("DATELINE_NO_SUCH_SETTING");
    assertThat(files(".jsa")).hasSize(2).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  /** What a sink says that ends at once, by a setting that there is not. */
  private String sink() throws IOException, InterruptedException {
    Path said = home.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("dateline").toString(), "sink")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().remove("DATELINE_ARCHIVE");
    builder.environment().put("DATELINE_NO_SUCH_SETTING", "1");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
    return Files.readString(said);
  }

  private void install() throws IOException {
    Path built = REPOSITORY.resolve("app/target");
    Path target = Files.createDirectories(home.resolve("app/target/lib")).getParent();
    Files.copy(REPOSITORY.resolve("dateline"), home.resolve("dateline"));
    Files.copy(built.resolve("dateline.jar"), target.resolve("dateline.jar"));
    try (var jars = Files.list(built.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.createSymbolicLink(target.resolve("lib").resolve(jar.getFileName()), jar);
      }
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (var files = Files.list(home.resolve("app/target"))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
