package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.knowledge.Overlays;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeCommandTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void importsAnOverlayThatCountsFromTheNextStartOn() throws IOException {
    Path csv = file("own.csv", "id,type,name\nown:zulvex,ORGANIZATION,Zulvex\nbad line\n");

    assertThat(run("knowledge", "import", "--from", "csv", csv.toString())).isZero();
    assertThat(run("knowledge", "import", "--from", "CSV", csv.toString())).isZero();

    Overlays overlays = new Overlays(data().resolve("knowledge"));
    assertThat(overlays.list())
        .extracting(overlay -> overlay.path().getFileName().toString())
        .containsExactly("0002-csv.bin", "0001-csv.bin");
    assertThat(overlays.load().find("own:zulvex")).isNotNegative();
    assertThat(run("knowledge", "list")).isZero();
  }

  @Test
  void nothingReadableIsAnInputFaultAndLeavesNothingBehind() throws IOException {
    Path csv = file("own.csv", "this is no table\n");

    assertThat(run("knowledge", "import", "--from", "jrc-names", csv.toString()))
        .isEqualTo(ExitCode.INPUT.code());
    assertThat(run("knowledge", "import", "--from", "csv", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.INPUT.code());

    assertThat(run("knowledge", "import", "--from", "csv", folder.toString()))
        .isEqualTo(ExitCode.INPUT.code());

    assertThat(err.toString())
        .contains("of the format jrc-names?", "Check the path", folder + " is a folder");
    assertThat(data()).doesNotExist();
  }

  @Test
  void aDamagedOverlayIsNamed() throws IOException {
    Path csv = file("own.csv", "id,type,name\nown:zulvex,ORGANIZATION,Zulvex\n");
    run("knowledge", "import", "--from", "csv", csv.toString());
    Path overlay = data().resolve("knowledge/0001-csv.bin");
    Files.write(overlay, new byte[] {1, 2, 3});

    assertThat(run("knowledge", "list")).isEqualTo(ExitCode.DATA_FOLDER.code());
    assertThat(run("knowledge", "import", "--from", "csv", csv.toString()))
        .isEqualTo(ExitCode.DATA_FOLDER.code());
    assertThat(err.toString()).contains(overlay + " is no knowledge file", "Delete the file");
  }

  @Test
  void showsWhatTheFilesSayAndChangesNothingWithoutAnInstance() {
    assertThat(run("knowledge", "show", "wikidata:Q148")).isZero();
    assertThat(run("knowledge", "show", "own:nothing")).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(run("knowledge", "add", "own:x", "--type", "PLACE", "--name", "en=X"))
        .isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(run("knowledge", "add", "no id", "--type", "PLACE", "--name", "en=X"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString())
        .contains("Nobody knows own:nothing", "There is no data folder", "prefix:name");
  }

  /** In a process of its own, since notes go past what this one can look at. */
  @Test
  void aNoteSaysWhoSpeaks() throws Exception {
    Path notes = folder.resolve("notes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.dateline.app.Main",
                "knowledge",
                "show",
                "wikidata:Q148",
                "--data",
                data().toString())
            .redirectError(notes.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(notes)).contains("dateline: no instance runs here");
  }

  @Test
  void anUnknownFormatIsNamedWithThoseThatThereAre() {
    assertThat(run("knowledge", "import", "--from", "dbpedia", "x"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("jrc-names, ", "paranames");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private int run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data().toString();
    return Main.commandLine().setErr(new PrintWriter(err, true)).execute(all);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
