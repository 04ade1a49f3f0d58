package dev.dateline.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: what is printed goes to the descriptors of the process. */
class ExtractCommandTest {

  private static final String PAGE =
      "<html><head><title>A park opens</title></head><body><article><p>The mayor of Sofia opened a"
          + " park on Monday, and many people came to see it.</p></article></body></html>";

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  @Test
  void readsStandardInput() throws Exception {
    Ended ended = extract(PAGE, "-");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("\"path\":\"-\"", "A park opens");
  }

  @Test
  void readsAPipe() throws Exception {
    Ended ended = extract(PAGE, "/dev/stdin");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("A park opens");
  }

  @Test
  void whatCannotBeReadIsNamedOnceWithWhatToDo() throws Exception {
    Ended ended = extract("", "nowhere.html", ".", "www.example.org/x");

    assertThat(ended.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(ended.err().lines())
        .containsExactly(
            "dateline: cannot read nowhere.html: there is no such file. Check the path.",
            "dateline: cannot read .: it is a folder. Name its files, such as ./*.",
            "dateline: cannot read www.example.org/x: there is no such file. An address of the web"
                + " is written in full: https://www.example.org/x");
  }

  @Test
  void whatHoldsNoArticleIsNoFault() throws Exception {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
      for (String name : List.of("a.html", "__MACOSX/._a.html", ".DS_Store", "picture.png")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(PAGE.getBytes(UTF_8));
      }
    }
    Files.writeString(folder.resolve("picture.json"), "{\"uri\":\"urn:n:1\",\"type\":\"picture\"}");

    Ended ended = extract("", "a.zip", "picture.json");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out().lines()).singleElement().asString().contains("A park opens");
    assertThat(ended.err().lines())
        .containsExactly(
            "dateline: a.zip!/picture.png: files ending in .png hold no articles",
            "dateline: picture.json: The file is a ninjs item that holds no text.");
  }

  private Ended extract(String input, String... inputs) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.dateline.app.Main",
                "extract"));
    command.addAll(List.of(inputs));
    Path out = Files.createTempFile(folder, "out", null);
    Path err = Files.createTempFile(folder, "err", null);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("pipe"); // it did not read to the end, or at all
    }
    int code = process.waitFor();
    return new Ended(code, Files.readString(out), Files.readString(err));
  }
}
