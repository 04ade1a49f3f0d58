package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Making the command line must not load what opens the log: its destination is known only once a
 * command has begun, and {@code --help} would wait for it.
 */
class QuietStartTest {

  @Test
  void theCommandLineLoadsNoLogAndNoSchemas() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.dateline.app.Main",
                    "--help"))
            .redirectErrorStream(true)
            .start();
    String loaded = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).isZero();
    assertThat(loaded)
        .contains("dev.dateline.app.command.DatelineCommand ")
        .doesNotContain("org.apache.avro.Schema ", "org.slf4j.LoggerFactory ");
  }
}
