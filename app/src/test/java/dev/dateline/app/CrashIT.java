package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of everything in the middle of a run: the next run goes on where it ended. */
@Tag("long")
@Timeout(900)
class CrashIT {

  /**
   * Many, so that a run that is killed at its first lines is far from its end on a busy machine
   * too.
   */
  private static final int ARTICLES = 3_000;

  private static final int FILES = 4;

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingStoredTwice() throws Exception {
    writeArticles();

    int printed = killAfter(1) + killAfter(ARTICLES / 10);

    DatelineProcess last = run();
    assertThat(last.awaitEnd()).as(last.err()).isZero();
    assertThat(last.err()).contains("in " + ARTICLES + ", ", ", dead 0, ");
    printed += last.lines().size();
    assertThat(printed).isLessThanOrEqualTo(ARTICLES);
    assertThat(stored()).hasSize(ARTICLES);

    DatelineProcess again = run();
    assertThat(again.awaitEnd()).as(again.err()).isZero();
    assertThat(again.lines()).isEmpty();
    assertThat(again.err())
        .contains("in " + ARTICLES + ", stored 0, duplicate " + ARTICLES + ", dead 0, ")
        .contains("nothing new: all of it was stored before");
  }

  /** Kills a run when it has printed so many lines; returns how many it printed. */
  private int killAfter(int lines) throws Exception {
    try (DatelineProcess run = run()) {
      run.awaitLines(lines);
      run.kill();
      assertThat(run.lines()).as("killed in the middle").hasSizeLessThan(ARTICLES);
      assertThat(run.err()).doesNotContain("seconds");
      return run.lines().size();
    }
  }

  private DatelineProcess run() throws Exception {
    return DatelineProcess.start(folder, "run", "--once", "--data", "data", "articles");
  }

  /** The ids of all articles, each with one revision. */
  private Set<String> stored() throws Exception {
    DatelineProcess search =
        DatelineProcess.run(
            folder,
            "search",
            "harbour",
            "--limit",
            String.valueOf(2 * ARTICLES),
            "--output",
            "ndjson",
            "--data",
            "data");
    List<String> ids = new ArrayList<>();
    for (String line : search.lines()) {
      JsonNode article = new ObjectMapper().readTree(line);
      assertThat(article.path("revision").asInt()).isEqualTo(1);
      ids.add(article.path("id").asText());
    }
    assertThat(ids).as(search.err()).doesNotHaveDuplicates();
    return new HashSet<>(ids);
  }

  private void writeArticles() throws Exception {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int i = file; i < ARTICLES; i += FILES) {
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
}
