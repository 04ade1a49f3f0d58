package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was stored is read while no instance runs: the database alone is started for it. */
@Timeout(600)
class StoredIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = DatelineProcess.REPOSITORY.resolve("samples");

  @TempDir private static Path folder;

  @BeforeAll
  static void store() throws Exception {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    for (String sample :
        List.of(
            "txt/metro-line-opens.bg.txt",
            "ninjs/peace-talks-geneva.en.json",
            "ninjs/peace-talks-geneva.r2.en.json",
            "html/central-bank-holds-rates.en.html")) {
      Path file = SAMPLES.resolve(sample);
      Files.copy(file, articles.resolve(file.getFileName().toString()));
    }
    DatelineProcess run =
        DatelineProcess.run(folder, "run", "--once", "--data", "data", "articles");
    assertThat(run.err()).contains("in 4, stored 4, duplicate 0, dead 0");
  }

  @Test
  void searchPrintsEveryFormat() throws Exception {
    String title = "First UN convoy enters Sahel province";

    assertThat(data("search", "convoy").lines())
        .singleElement()
        .asString()
        .contains(title.substring(0, 20));
    assertThat(JSON.readTree(data("search", "convoy", "-o", "ndjson").out()).path("title").asText())
        .startsWith(title);
    JsonNode array = JSON.readTree(data("search", "convoy", "-o", "json").out());
    assertThat(array.isArray()).isTrue();
    assertThat(array).singleElement();
    assertThat(array.at("/0/title").asText()).startsWith(title);
  }

  @Test
  void searchTakesFiltersAndFindsNothingQuietly() throws Exception {
    assertThat(data("search", "метростанция or convoy or rates", "-o", "ndjson").lines())
        .hasSize(3);
    assertThat(data("search", "метростанция or convoy", "-l", "bg", "-o", "ndjson").lines())
        .singleElement()
        .asString()
        .contains("\"language\":\"bg\"");
    assertThat(data("search", "zeppelin").out()).isEmpty();
    assertThat(JSON.readTree(data("search", "zeppelin", "-o", "json").out())).isEmpty();
  }

  @Test
  void getPrintsAnArticleWithItsRevisions() throws Exception {
    String id = JSON.readTree(data("search", "convoy", "-o", "ndjson").out()).path("id").asText();

    JsonNode article = JSON.readTree(data("get", id, "-o", "json").out());

    assertThat(article.path("id").asText()).isEqualTo(id);
    assertThat(article.path("revisions")).hasSize(2);
    assertThat(data("get", id, "-o", "ndjson").lines())
        .singleElement()
        .satisfies(line -> assertThat(JSON.readTree(line)).isEqualTo(article));
    assertThat(data("get", id).out()).contains(id, "revision 1", "revision 2");
  }

  @Test
  void getSaysThatAnArticleIsUnknown() throws Exception {
    DatelineProcess get = DatelineProcess.run(folder, "get", "nobody", "--data", "data");

    assertThat(get.awaitEnd()).isEqualTo(ExitCode.NOT_FOUND.code());
    assertThat(get.err()).contains("No article has the id 'nobody'", "dateline search");
    assertThat(get.out()).isEmpty();
  }

  @Test
  void tailShowsTheNewestAndEnds() throws Exception {
    DatelineProcess tail = data("tail", "--output", "ndjson", "--language", "bg");

    assertThat(tail.lines()).singleElement().asString().contains("\"language\":\"bg\"");
    assertThat(tail.err()).contains("no instance runs here");
    assertThat(data("tail", "--last", "2").lines()).hasSize(2);
  }

  @Test
  void aReaderThatGoesAwayIsNoFault() throws Exception {
    for (String command : List.of("search convoy", "tail", "tag articles/*")) {
      String data = command.startsWith("tag") ? "" : " --data data";
      DatelineProcess pipe =
          DatelineProcess.startShell(folder, "dateline " + command + data + " | true");

      assertThat(pipe.awaitEnd()).as("%s\n%s", command, pipe.err()).isZero();
      assertThat(pipe.err()).as(command).doesNotContain("\tat ", "Exception");
    }
  }

  private static DatelineProcess data(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", "data"));
    DatelineProcess process = DatelineProcess.run(folder, all.toArray(String[]::new));
    assertThat(process.awaitEnd()).as(process.err()).isZero();
    assertThat(process.err()).doesNotContain("\tat ");
    return process;
  }
}
