package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.http.HttpEndpoint;
import dev.dateline.runtime.http.HttpSettings;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.schemas.KafkaTopic;
import dev.dateline.schemas.Topics;
import dev.dateline.testkit.TestCluster;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/consume.md as it stands there. */
@Timeout(300)
class ConsumeGuideIT {

  private static final Path GUIDE = Path.of("..", "docs", "consume.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final List<String> LIBRARIES =
      List.of("kafka-clients", "avro", "jackson-", "slf4j-api", "commons-", "zstd-", "lz4-");

  private static TestCluster cluster;

  @TempDir private Path folder;

  @BeforeAll
  static void publish() {
    cluster = TestCluster.start();
    try (Publisher publisher = new Publisher(cluster.clients())) {
      publisher.publish(Articles.report("a").build());
      publisher.publish(Articles.written("b", "bg", "Пристанището отвори", "Корабите.").build());
      publisher.publish("gone@1", null);
      publisher.abort(Articles.report("aborted").build());
    }
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void theTableNamesEveryTopicOfTheStream() throws Exception {
    String guide = Files.readString(GUIDE);

    assertThat(Topics.all())
        .filteredOn(topic -> topic != Topics.SCHEMA)
        .extracting(KafkaTopic::name)
        .filteredOn(name -> !name.startsWith("news.subject."))
        .allSatisfy(name -> assertThat(guide).contains("| `" + name + "` |"));
    assertThat(Topics.SUBJECTS).allSatisfy(slug -> assertThat(guide).contains("`" + slug + "`"));
  }

  /** So that none is left without a test below. */
  @Test
  void thereAreFourBlocksOfCode() throws Exception {
    List<String> languages =
        BLOCK.matcher(Files.readString(GUIDE)).results().map(block -> block.group(1)).toList();

    assertThat(languages).containsExactly("java", "python", "sh", "sh");
  }

  @Test
  void theJavaConsumerDecodesRecords() throws Exception {
    Files.writeString(folder.resolve("Subscriber.java"), block("java", ""));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    Process process = start(java.toString(), "-cp", libraries(), "Subscriber.java");

    try (BufferedReader output = process.inputReader()) {
      List<String> lines = List.of(output.readLine(), output.readLine());
      assertThat(lines)
          .anySatisfy(l -> assertThat(l).startsWith("a@1  Harbour team").contains("\"sport\""))
          .anySatisfy(l -> assertThat(l).startsWith("b@1  Пристанището отвори"));
    } finally {
      process.destroy();
    }
  }

  @Test
  void theCommandLineDecodesRecords() throws Exception {
    Needed.program("kcat", Needed.onPath("kcat"));
    Needed.program("python3-avro", Needed.withAvro());
    Files.writeString(folder.resolve("decode.py"), block("python", ""));

    List<String> lines = run(block("sh", "kcat"));

    List<String> ids = new ArrayList<>();
    for (String line : lines) {
      JsonNode event = new ObjectMapper().readTree(line);
      ids.add(event.path("id").asText() + " " + event.at("/article/title").asText());
    }
    assertThat(ids)
        .containsExactlyInAnyOrder(
            "a Harbour team wins the spring regatta", "b Пристанището отвори");
  }

  @Test
  void theStreamIsReadWithCurl() throws Exception {
    Needed.program("curl", Needed.onPath("curl"));
    HttpSettings http = new HttpSettings("127.0.0.1", 0);
    ConsoleSettings settings = new ConsoleSettings(20, List.of(), List.of());
    try (Metrics metrics = new Metrics();
        ConsoleService console =
            new ConsoleService(settings, cluster.clients(), metrics, () -> Map.of());
        HttpEndpoint endpoint =
            new HttpEndpoint(http, List.of(console), metrics, List.of(console.routes(http)))) {
      endpoint.start();
      console.start();

      List<String> lines =
          run("CONSOLE=http://127.0.0.1:" + endpoint.port() + "\n" + block("sh", "curl"));

      assertThat(lines.stream().filter(line -> line.startsWith("data: {\"id\":\"b\"")))
          .singleElement()
          .satisfies(line -> assertThat(line).contains("Пристанището отвори"));
      assertThat(lines).noneMatch(line -> line.contains("Harbour team"));
    }
  }

  /** The one block of a language that holds a word. */
  private static String block(String language, String word) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(GUIDE));
    while (matcher.find()) {
      if (matcher.group(1).equals(language) && matcher.group(2).contains(word)) {
        blocks.add(matcher.group(2));
      }
    }
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  private List<String> run(String script) throws Exception {
    Process process = start("bash", "-euo", "pipefail", "-c", script);
    try (BufferedReader output = process.inputReader()) {
      List<String> lines = output.lines().toList();
      assertThat(process.waitFor()).isZero();
      return lines;
    } finally {
      process.destroy();
    }
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("BROKERS", cluster.settings().bootstrap());
    builder.environment().put("REGISTRY", cluster.settings().registry().toString());
    builder.environment().put("PATH", "/usr/bin:" + System.getenv("PATH"));
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    return builder.start();
  }

  /** Only the libraries that the guide names, with what they bring. */
  private static String libraries() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(
            entry ->
                LIBRARIES.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
