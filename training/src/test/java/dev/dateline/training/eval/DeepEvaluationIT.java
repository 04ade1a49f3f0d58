package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the deep tagger on the real encoder. Runs where {@code -Ddateline.models=DIR} names the
 * folder in which {@code dateline model fetch} has put it: {@code DATA/models}.
 */
class DeepEvaluationIT {

  private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

  private static final String MODELS = System.getProperty("dateline.models", "");

  @TempDir private Path data;

  @BeforeAll
  static void requireModel() {
    if (MODELS.isEmpty()) {
      String message =
          "NOT TESTED: the evaluation of the deep tagger on its real model. Run 'dateline model fetch',"
              + " then mvn verify -Ddateline.models=DIR with the folder models/ of the data folder.";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.err.println(message);
      Assumptions.abort(message);
    }
  }

  @Test
  void topicsAreMeasuredOnOneOfSoManyTexts() throws IOException {
    SetArchive archive = new SetArchive("bbc5/bbc5.tar.gz");
    archive.add(
        "data_files/sport/001.txt",
        "Striker out for six weeks\n\nThe striker injured a knee in the cup match on Sunday and"
            + " will miss the next six league games, the coach of the football club said.\n");
    archive.add(
        "data_files/sport/002.txt",
        "Captain wins the marathon\n\nThe runner finished two minutes ahead of the champion.\n");
    archive.write(data);
    DeepInput deep = new DeepInput(Path.of(MODELS), data.resolve("states"), 1);

    Measured measured =
        Evaluations.run(Evaluation.TOPICS, new EvaluationInput(data, data, null, deep), NOBODY);

    assertThat(measured.heading()).isEqualTo("Topics, deep");
    assertThat(measured.figures()).containsOnlyKeys(Goal.TOPICS_BBC);
    assertThat(measured.figures().get(Goal.TOPICS_BBC)).isEqualTo(1.0);
    assertThat(measured.body())
        .contains("| BBC, never trained on, one of 2 | 1 | 100.0 |")
        .contains("95.0 |");
  }
}
