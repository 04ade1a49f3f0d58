package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.app.ledger.Stage;
import dev.dateline.runtime.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says after kills in the middle, duplicates, dead letters and a takedown. */
@Tag("long")
@Timeout(600)
class LedgerIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ARTICLES = 300;

  @TempDir private Path folder;

  @Test
  void balancesAfterKillsDuplicatesDeadLettersAndATakedown() throws Exception {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    for (int i = 0; i < 6; i++) {
      write(articles, i);
    }
    Files.writeString(articles.resolve("broken.json"), "{\"url\": \"cut in the mid");
    killAfter(1);
    killAfter(ARTICLES / 4);

    try (DatelineProcess run = run()) {
      run.awaitErr("console at");
      Map<Stage, JsonNode> rest = atRest();

      // each pass over the folder offers all of it again
      long in = number(rest, Stage.INGEST, "in");
      assertThat(in).isGreaterThan(ARTICLES);
      assertThat(number(rest, Stage.INGEST, "dead")).isPositive();
      assertThat(number(rest, Stage.INGEST, "out") + number(rest, Stage.INGEST, "dead"))
          .isEqualTo(in);
      assertThat(number(rest, Stage.ENRICH, "in")).isEqualTo(number(rest, Stage.INGEST, "out"));
      assertThat(number(rest, Stage.ENRICH, "out")).isEqualTo(ARTICLES);
      assertThat(number(rest, Stage.ENRICH, "duplicate"))
          .isEqualTo(number(rest, Stage.ENRICH, "in") - ARTICLES);
      assertThat(number(rest, Stage.SINK, "in")).isEqualTo(ARTICLES);
      assertThat(number(rest, Stage.SINK, "out")).isEqualTo(ARTICLES);

      DatelineProcess takedown = data("takedown", "https://news.example/7", "--reason", "a test");
      assertThat(takedown.awaitEnd()).as(takedown.err()).isZero();
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(number(ledger(), Stage.SINK, "deleted")).isEqualTo(1));
      Files.copy(articles.resolve("ships-1.jsonl"), articles.resolve("again.jsonl"));
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(number(ledger(), Stage.INGEST, "deleted")).isEqualTo(1));
      Map<Stage, JsonNode> after = atRest();
      assertThat(number(after, Stage.SINK, "out")).isEqualTo(ARTICLES - 1);
      assertThat(metric(run)).contains("dateline_ledger_difference{stage=\"enrich\"}");
      assertThat(data("ledger").out()).contains("DIFFERENCE", "articles-", "enrich");
      DatelineProcess unknown = data("ledger", "--source", "nobody", "-o", "ndjson");
      assertThat(unknown.awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
      assertThat(unknown.out()).isEmpty();
      assertThat(unknown.err()).contains("of a source nobody. 'dateline ledger' shows");
    }
    assertThat(data("ledger").awaitEnd()).isEqualTo(ExitCode.UNAVAILABLE.code());
  }

  private static String metric(DatelineProcess run) throws Exception {
    String address = run.err().replaceAll("(?s).*console at (\\S+).*", "$1");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The ledger when all that was offered has come to its end. */
  private Map<Stage, JsonNode> atRest() {
    List<Map<Stage, JsonNode>> last = new ArrayList<>();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Map<Stage, JsonNode> now = ledger();
              boolean still = !last.isEmpty() && last.get(last.size() - 1).equals(now);
              last.add(now);
              assertThat(number(now, Stage.SINK, "in")).isPositive();
              assertThat(now.values())
                  .allSatisfy(
                      entry -> {
                        assertThat(entry.path("difference").asLong()).as("%s", now).isZero();
                        assertThat(entry.path("inFlight").asLong()).isZero();
                      });
              assertThat(still).as("nothing moves").isTrue();
            });
    return last.get(last.size() - 1);
  }

  private Map<Stage, JsonNode> ledger() throws Exception {
    DatelineProcess ledger = data("ledger", "-o", "ndjson");
    assertThat(ledger.awaitEnd()).as(ledger.err()).isZero();
    Map<Stage, JsonNode> entries = new EnumMap<>(Stage.class);
    for (String line : ledger.lines()) {
      JsonNode entry = JSON.readTree(line);
      entries.put(Stage.valueOf(entry.path("stage").asText().toUpperCase(Locale.ROOT)), entry);
    }
    assertThat(entries).hasSize(3).hasSize(ledger.lines().size());
    return entries;
  }

  private static long number(Map<Stage, JsonNode> ledger, Stage stage, String name) {
    return ledger.get(stage).path(name).asLong();
  }

  private void killAfter(int lines) throws Exception {
    try (DatelineProcess run = run()) {
      run.awaitLines(lines);
      run.kill();
      assertThat(run.lines()).as("killed in the middle").hasSizeLessThan(ARTICLES);
    }
  }

  private DatelineProcess run() throws Exception {
    return DatelineProcess.start(
        folder, "run", "--data", "data", "--set", "ingest.rescan=2s", "articles");
  }

  private DatelineProcess data(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", "data"));
    return DatelineProcess.run(folder, all.toArray(String[]::new));
  }

  private static void write(Path articles, int file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = file; i < ARTICLES; i += 6) {
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"url\": \"https://news.example/%d\", \"title\": \"Ship %d in Varna\", \"text\":"
                  + " \"Ship number %d came into the harbour of Varna on Monday. Its captain said"
                  + " that the journey from Hamburg took nine days.\"}%n",
              i,
              i,
              i));
    }
    Files.writeString(articles.resolve("ships-" + file + ".jsonl"), lines);
  }
}
