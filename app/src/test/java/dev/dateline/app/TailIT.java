package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code dateline tail} and its kin beside a running instance, whose folder gets new articles. */
@Timeout(600)
class TailIT {

  private static final Path SAMPLES = DatelineProcess.REPOSITORY.resolve("samples");
  private static final String BEFORE = "ferry-strike-piraeus.el.txt";
  private static final String SPORT = "medtop:15000000";
  private static final String GERMANY = "wikidata:Q183";
  private static final int SIGTERM = 128 + 15;

  @TempDir private static Path folder;
  private static DatelineProcess instance;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectory(folder.resolve("articles"));
    publish("txt/" + BEFORE);
    instance = dateline("run", "articles");
    instance.awaitErr("watching");
    instance.awaitLines(1);
  }

  @AfterAll
  static void end() {
    if (instance != null) {
      instance.close();
    }
  }

  @Test
  void printsWhatComesAndPassesTheFilter() throws Exception {
    List<String> published =
        List.of(
            "txt/metro-line-opens.bg.txt",
            "html/thracian-tomb.bg.html",
            "ninjs/volleyball-cup-final.tr.json",
            "html/central-bank-holds-rates.en.html",
            "newsml/steel-shorter-hours.sv.xml");
    try (DatelineProcess all = dateline("tail", "--output", "ndjson");
        DatelineProcess bulgarian = dateline("tail", "--output", "ndjson", "--language", "bg");
        DatelineProcess sport = dateline("tail", "--output", "json", "--topic", "sport");
        DatelineProcess germany = dateline("tail", "--entity", GERMANY)) {
      for (DatelineProcess tail : List.of(all, bulgarian, sport, germany)) {
        tail.awaitErr("following");
      }

      for (String sample : published) {
        publish(sample);
      }

      List<JsonNode> events = all.awaitLines(published.size()).stream().map(TailIT::json).toList();
      assertThat(events)
          .extracting(event -> event.path("language").asText())
          .containsExactlyInAnyOrder("bg", "bg", "tr", "en", "sv");
      List<String> ofLanguage =
          titles(events, event -> event.path("language").asText().equals("bg"));
      List<String> ofSport = titles(events, event -> holds(event, "topics", "code", SPORT));
      List<String> ofGermany = titles(events, event -> holds(event, "entities", "id", GERMANY));
      assertThat(ofSport).isNotEmpty().hasSizeLessThan(events.size());
      assertThat(ofGermany).isNotEmpty().hasSizeLessThan(events.size());
      bulgarian.awaitLines(ofLanguage.size());
      germany.awaitLines(ofGermany.size());
      await().atMost(Duration.ofMinutes(1)).until(() -> sport.out().contains(ofSport.get(0)));

      for (DatelineProcess tail : List.of(all, bulgarian, sport, germany)) {
        tail.terminate();
        assertThat(tail.awaitEnd()).as(tail.err()).isEqualTo(SIGTERM);
        assertThat(tail.err()).doesNotContain("\tat ");
      }
      assertThat(all.lines()).hasSize(published.size());
      assertThat(bulgarian.lines().stream().map(line -> json(line).path("title").asText()))
          .containsExactlyInAnyOrderElementsOf(ofLanguage);
      assertThat(titles(elements(json(sport.out())), event -> true))
          .containsExactlyInAnyOrderElementsOf(ofSport);
      assertThat(germany.lines()).hasSameSizeAs(ofGermany);
      assertThat(germany.out()).contains(ofGermany.get(0).substring(0, 20));
    }
  }

  @Test
  void showsWhatWasBeforeOnlyWhereAsked() throws Exception {
    DatelineProcess tail = dateline("tail", "-n", "100", "--no-follow", "-o", "ndjson", "-l", "el");

    assertThat(tail.awaitEnd()).as(tail.err()).isZero();

    assertThat(tail.lines())
        .singleElement()
        .satisfies(line -> assertThat(json(line).path("title").asText()).contains("Πειραιά"));
  }

  @Test
  void endsWhereItsReaderGoesAway() throws Exception {
    try (DatelineProcess pipe =
        DatelineProcess.startShell(folder, "dateline tail -o ndjson --data data | head -n 1")) {
      pipe.awaitErr("following");

      publish("txt/library-in-mill.cs.txt");
      pipe.awaitLines(1);
      publish("txt/malaria-vaccine-islands.sw.txt");

      assertThat(pipe.awaitEnd()).as(pipe.err()).isZero();
      assertThat(pipe.lines()).hasSize(1);
      assertThat(pipe.err()).doesNotContain("\tat ", "Exception");
    }
  }

  @Test
  void searchAndGetReadTheRunningInstance() throws Exception {
    DatelineProcess search = dateline("search", "Πειραιά", "--output", "ndjson");
    assertThat(search.awaitEnd()).as(search.err()).isZero();
    String id = json(search.lines().get(0)).path("id").asText();

    DatelineProcess get = dateline("get", id, "--output", "json");

    assertThat(get.awaitEnd()).as(get.err()).isZero();
    assertThat(json(get.out()).path("language").asText()).isEqualTo("el");
  }

  private static DatelineProcess dateline(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", "data"));
    return DatelineProcess.start(folder, all.toArray(String[]::new));
  }

  /** Puts a sample into the watched folder at once, as a careful writer does. */
  private static void publish(String sample) throws IOException {
    Path unfinished = Files.copy(SAMPLES.resolve(sample), folder.resolve("unfinished"));
    Path name = Path.of(sample).getFileName();
    Files.move(
        unfinished,
        folder.resolve("articles").resolve(name.toString()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> titles(List<JsonNode> events, Predicate<JsonNode> wanted) {
    return events.stream().filter(wanted).map(event -> event.path("title").asText()).toList();
  }

  private static boolean holds(JsonNode event, String array, String field, String value) {
    return elements(event.path(array)).stream()
        .anyMatch(element -> element.path(field).asText().equals(value));
  }

  private static List<JsonNode> elements(JsonNode array) {
    assertThat(array.isArray()).isTrue();
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
