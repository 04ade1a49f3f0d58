package dev.dateline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong outside of Dateline is told by the launcher in a line: what, where, and what to
 * do next; with the exit code of the table, nothing on standard output and no stack trace.
 */
class BadInputIT {

  private static final String GOOD = "A park opens in Sofia\n\nThe mayor of Sofia opened a park.\n";
  private static final String CYRILLIC =
      """
      Пристанището отвори нов кей

      Корабите със зърно ще спират на новия кей от понеделник, съобщи пристанищната управа.
      Строежът продължи две години, а разходите пое министерството на транспорта.
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeArticles() throws IOException {
    Files.createDirectory(folder.resolve("articles"));
    Files.writeString(folder.resolve("articles/good.txt"), GOOD);
  }

  @ParameterizedTest
  @CsvSource({"run --once artikles", "ingest artikles", "tag artikles"})
  void aMissingPathIsNamedWithItsNeighbour(String line) throws Exception {
    assertTold(
        dateline(line.split(" ")), ExitCode.INPUT, "no file or folder artikles", "'articles'");
  }

  @ParameterizedTest
  @CsvSource({
    "empty.txt, is empty, Write it again",
    "blank.txt, is empty, Write it again",
    "binary.txt, is binary, Give text",
    "large.txt, '50,000,000 bytes; the limit for one article is 10,000,000', raise ingest.limit",
    "broken.zip, archive is broken, copy it again",
    "broken.gz, archive is broken, copy it again",
    "archive.7z, is binary, in .gz or .zip",
  })
  void aFileThatCannotBeReadIsNamedWithTheReason(String name, String what, String next)
      throws Exception {
    writeUnreadable(folder);

    assertTold(dateline("tag", name), ExitCode.INPUT, name + ": ", what, next);
  }

  @Test
  void badFilesCostThemselvesAlone() throws Exception {
    writeUnreadable(folder.resolve("articles"));

    DatelineProcess run = dateline("run", "--once", "--data", "data", "articles");

    assertThat(run.awaitEnd()).as(run.err()).isZero();
    assertThat(run.lines()).singleElement().asString().contains("A park opens in Sofia");
    assertThat(run.err())
        .contains("empty.txt: ", "blank.txt: ", "binary.txt: ", "large.txt: ")
        .contains("broken.zip: ", "broken.gz: ")
        .contains("in 7, stored 1, duplicate 0, dead 6")
        .doesNotContain("\tat ");
  }

  @Test
  void aHigherLimitTakesALargerFile() throws Exception {
    String text = "The mayor of Sofia opened a park. ".repeat(40);
    Files.writeString(folder.resolve("a.txt"), "A park opens\n\n" + text);

    assertTold(dateline("tag", "--set", "ingest.limit=1000", "a.txt"), ExitCode.INPUT, "the limit");
    DatelineProcess higher = dateline("tag", "--set", "ingest.limit=2000", "a.txt");

    assertThat(higher.awaitEnd()).as(higher.err()).isZero();
  }

  @Test
  void undeclaredWindows1251IsReadToTheLetter() throws Exception {
    Files.write(folder.resolve("port.txt"), CYRILLIC.getBytes(Charset.forName("windows-1251")));
    Files.writeString(folder.resolve("same.txt"), CYRILLIC);

    DatelineProcess tag = dateline("tag", "port.txt", "same.txt");

    assertThat(tag.awaitEnd()).as(tag.err()).isZero();
    List<String> texts =
        tag.lines().stream()
            .map(line -> field(line, "title") + "\n\n" + field(line, "text") + "\n")
            .toList();
    assertThat(texts.get(0)).isEqualTo(texts.get(1));
    assertThat(texts.get(0).replaceAll("\\s+", " ")).isEqualTo(CYRILLIC.replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @CsvSource({"run --once articles", "broker"})
  void aPortInUseIsNamed(String line) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "http.port=" + other.getLocalPort();

      DatelineProcess refused = dateline((line + " --data data --set " + port).split(" "));

      assertTold(
          refused,
          ExitCode.UNAVAILABLE,
          "Port " + other.getLocalPort() + " on 127.0.0.1 is in use",
          "Choose another with http.port");
    }
  }

  /** The broker's own ports are not configured: it keeps them where it can, and moves otherwise. */
  @Test
  void theBrokerMovesToAnotherPortWhereItsOwnIsTaken() throws Exception {
    dateline("run", "--once", "--data", "data", "articles").awaitEnd();
    int former = Integer.parseInt(Files.readString(folder.resolve("data/kafka/port")).strip());
    try (ServerSocket other = new ServerSocket(former, 1, InetAddress.getLoopbackAddress())) {

      DatelineProcess again = dateline("run", "--once", "--data", "data", "articles");

      assertThat(again.awaitEnd()).as(again.err()).isZero();
      assertThat(again.err()).contains("in 1, stored 0, duplicate 1, dead 0", "nothing new");
      assertThat(Files.readString(folder.resolve("data/kafka/port")).strip())
          .isNotEqualTo(String.valueOf(other.getLocalPort()));
    }
  }

  @ParameterizedTest
  @CsvSource({"run --once articles", "broker", "search park", "get 1", "tail"})
  void aDataFolderOfAnotherVersionIsLeftAlone(String line) throws Exception {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/version"), "0\n");

    assertTold(
        dateline((line + " --data data").split(" ")),
        ExitCode.DATA_FOLDER,
        folder.toRealPath() + "/data has format 0",
        "choose another folder with --data");
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**{kafka,postgres}");
  }

  @Test
  void aFolderThatIsSomethingElseIsNoDataFolder() throws Exception {
    assertTold(
        dateline("run", "--once", "--data", "articles", "articles"),
        ExitCode.DATA_FOLDER,
        "no file named version",
        "choose another folder with --data");
  }

  @Test
  void aDataFolderOfARunningInstanceIsLeftToIt() throws Exception {
    try (DatelineProcess running = dateline("run", "--data", "data", "articles")) {
      running.awaitErr("watching");

      for (String line : List.of("run --once articles", "broker")) {
        assertTold(
            dateline((line + " --data data").split(" ")),
            ExitCode.DATA_FOLDER,
            folder.toRealPath() + "/data is in use by a running Dateline (process ",
            "Stop that one, or choose another folder with --data");
      }
    }
  }

  @Test
  void anUnknownSettingIsNamedWithItsPlaceAndItsNearMatch() throws Exception {
    Files.writeString(folder.resolve("my.properties"), "ingest.lmit = 3\n");

    assertTold(
        dateline("run", "--once", "--config", "my.properties", "articles"),
        ExitCode.USAGE,
        "'ingest.lmit' in my.properties",
        "Did you mean 'ingest.limit'?");
    assertTold(
        DatelineProcess.start(
            folder, Map.of("DATELINE_INGEST_PAHT", "x"), "run", "--once", "articles"),
        ExitCode.USAGE,
        "'DATELINE_INGEST_PAHT' in the environment",
        "Did you mean 'DATELINE_INGEST_PATH'?");
    assertTold(
        dateline("tag", "--set", "ingest.lmit=3", "articles/good.txt"),
        ExitCode.USAGE,
        "'ingest.lmit' in the command line",
        "Did you mean 'ingest.limit'?");
    assertTold(
        dateline("run", "--once", "--config", "none.properties", "articles"),
        ExitCode.INPUT,
        "none.properties: it is not there",
        "Check --config");
  }

  @Test
  void aWrongValueIsToldBeforeAnythingStarts() throws Exception {
    DatelineProcess run = dateline("run", "--once", "--set", "http.port=many", "articles");

    assertTold(run, ExitCode.USAGE, "http.port must be a whole number, but is 'many'");
    assertThat(folder.resolve(".dateline/kafka")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"11.0.22, 11", "1.8.0_392, 8"})
  void aJdkThatIsTooOldIsNamed(String version, String major) throws Exception {
    Path home = oldJdk(version);

    assertTold(
        DatelineProcess.start(folder, Map.of("JAVA_HOME", home.toString()), "tag", "-"),
        ExitCode.UNAVAILABLE,
        home + "/bin/java is Java " + major,
        "needs 17 or newer",
        "Set JAVA_HOME");
    assertTold(
        DatelineProcess.start(
            folder,
            Map.of("JAVA_HOME", "", "PATH", home.resolve("bin") + ":" + System.getenv("PATH")),
            "tag",
            "-"),
        ExitCode.UNAVAILABLE,
        home + "/bin/java is Java " + major);
  }

  @Test
  void aMissingJdkIsTold() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("env", "bash", "dirname", "readlink")) {
      Path found =
          Arrays.stream(System.getenv("PATH").split(":"))
              .map(place -> Path.of(place, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(tools.resolve(tool), found);
    }

    assertTold(
        DatelineProcess.start(
            folder, Map.of("JAVA_HOME", "", "PATH", tools.toString()), "tag", "-"),
        ExitCode.UNAVAILABLE,
        "no Java found",
        "Install a JDK 17 or newer");
  }

  /** As some environments do: the JVM then says so before it says its version. */
  @Test
  void optionsInTheEnvironmentDoNotHideTheVersion() throws Exception {
    DatelineProcess version =
        DatelineProcess.start(folder, Map.of("JAVA_TOOL_OPTIONS", "-Da=b"), "--version");

    assertThat(version.awaitEnd()).as(version.err()).isZero();
  }

  private DatelineProcess dateline(String... arguments) throws IOException {
    return DatelineProcess.start(folder, arguments);
  }

  private static void assertTold(DatelineProcess process, ExitCode code, String... says)
      throws Exception {
    assertThat(process.awaitEnd()).as(process.err()).isEqualTo(code.code());
    assertThat(process.err()).contains(says).doesNotContain("\tat ", "Exception");
    assertThat(process.out()).isEmpty();
  }

  private static void writeUnreadable(Path folder) throws IOException {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    Files.write(folder.resolve("empty.txt"), new byte[0]);
    Files.writeString(folder.resolve("blank.txt"), " \n\t\n");
    Files.write(folder.resolve("binary.txt"), noise);
    Files.writeString(
        folder.resolve("large.txt"), "A headline\n\n" + "word ".repeat(10_000_000).substring(12));
    Files.write(folder.resolve("broken.zip"), "PK\u0003\u0004 and no more".getBytes(UTF_8));
    Files.write(folder.resolve("broken.gz"), Arrays.copyOf(gzip(noise), 3_000));
    Files.write(
        folder.resolve("archive.7z"), new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27});
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    }
    return zipped.toByteArray();
  }

  private Path oldJdk(String version) throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java, "#!/bin/sh\necho 'openjdk version \"%s\" 2024-01-16' >&2\n".formatted(version));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return folder.resolve("jdk");
  }

  private static String field(String line, String name) {
    try {
      return new ObjectMapper().readTree(line).path(name).asText();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
