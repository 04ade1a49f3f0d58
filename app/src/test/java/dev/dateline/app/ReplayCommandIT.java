package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles are tagged anew with what an operator said since, compared, and promoted once. */
@Tag("long")
@Timeout(600)
class ReplayCommandIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ARTICLES = 40;
  private static final int UNADDRESSED = ARTICLES - 1;
  private static final int PROMOTED = ARTICLES - 2;

  @TempDir private Path folder;

  @Test
  void aVersionIsComparedAndPromotedOnceAlsoAfterAKill() throws Exception {
    writeArticles();
    try (DatelineProcess run = DatelineProcess.start(folder, "run", "--data", "data", "articles")) {
      run.awaitLines(ARTICLES);
      ok(data("knowledge", "add", "own:zulvex", "--type", "ORGANIZATION", "--name", "en=Zulvex"));
      String from = Instant.now().minus(Duration.ofDays(1)).toString();
      String to = Instant.now().plus(Duration.ofDays(1)).toString();

      // nothing was observed then
      DatelineProcess none = replay("--from", "2020-01-01", "--to", "2020-01-02", "--into", "old");
      assertThat(ok(none).err()).contains("compared 0 articles, 0 differ");

      DatelineProcess replay = replay("--from", from, "--to", to, "--into", "v2", "-o", "ndjson");
      List<JsonNode> differences = lines(ok(replay));
      assertThat(differences)
          .hasSize(ARTICLES)
          .allSatisfy(
              difference -> {
                assertThat(difference.path("revision").asInt()).isEqualTo(1);
                assertThat(difference.path("entitiesAdded").toString()).contains("own:zulvex");
                assertThat(difference.path("title").asText()).contains("Zulvex");
              });
      assertThat(replay.err()).contains("compared " + ARTICLES + " articles, " + ARTICLES);
      assertThat(revisions()).containsOnly(1);
      assertThat(lines(ok(data("replay", "show", "v2", "-o", "ndjson")))).hasSize(ARTICLES);
      assertThat(replay("--from", from, "--to", to, "--into", "v2").awaitEnd())
          .isEqualTo(ExitCode.USAGE.code());

      // taken down since it was tagged: one by its address, one that has none by its id
      ok(data("takedown", "https://news.example/0", "--reason", "Court order 1"));
      ok(data("takedown", idWithoutAddress(differences), "--reason", "Court order 2"));

      DatelineProcess killed =
          DatelineProcess.start(folder, "replay", "promote", "v2", "--data", "data");
      Thread.sleep(700);
      killed.kill();
      for (int i = 0; i < 2; i++) {
        assertThat(ok(data("replay", "promote", "v2")).err())
            .contains("handed " + PROMOTED + " articles of v2");
      }

      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(revisions()).hasSize(PROMOTED).containsOnly(2));
      Thread.sleep(2_000);
      assertThat(revisions()).hasSize(PROMOTED).containsOnly(2);
      JsonNode article = lines(data("search", "Zulvex", "--limit", "1", "-o", "ndjson")).get(0);
      assertThat(article.path("change").asText()).isEqualTo("REVISED");
      assertThat(article.path("changedFields")).isEmpty();
      assertThat(article.path("entities").toString()).contains("own:zulvex");
      for (JsonNode entry : lines(ok(data("ledger", "-o", "ndjson")))) {
        assertThat(entry.path("difference").asLong()).as("%s", entry).isZero();
      }

      ok(data("replay", "drop", "v2"));
      assertThat(data("replay", "show", "v2").awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
      assertThat(data("replay", "promote", "v2").awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
    }
  }

  private DatelineProcess replay(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("replay"));
    all.addAll(List.of(arguments));
    return data(all.toArray(String[]::new));
  }

  private static DatelineProcess ok(DatelineProcess process) throws Exception {
    assertThat(process.awaitEnd()).as(process.err()).isZero();
    return process;
  }

  private DatelineProcess data(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", "data"));
    return DatelineProcess.run(folder, all.toArray(String[]::new));
  }

  /** The newest revision of each stored article. */
  private List<Integer> revisions() throws Exception {
    List<Integer> revisions = new ArrayList<>();
    for (JsonNode article :
        lines(data("search", "Zulvex", "--limit", "1000", "--output", "ndjson"))) {
      revisions.add(article.path("revision").asInt());
    }
    return revisions;
  }

  private static String idWithoutAddress(List<JsonNode> differences) {
    return differences.stream()
        .filter(difference -> difference.path("title").asText().endsWith("plant " + UNADDRESSED))
        .map(difference -> difference.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> lines(DatelineProcess process) throws Exception {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : process.lines()) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }

  private void writeArticles() throws IOException {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ARTICLES; i++) {
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"%s\", \"title\": \"Zulvex opens plant %d\","
                  + " \"language\": \"en\", \"text\": \"The company Zulvex opened its plant"
                  + " number %d on Monday. Zulvex said that it will hire two hundred people.\"}%n",
              i == UNADDRESSED ? "id\": \"plant" : "url\": \"https://news.example/" + i,
              i,
              i));
    }
    Files.writeString(articles.resolve("plants.jsonl"), lines);
  }
}
