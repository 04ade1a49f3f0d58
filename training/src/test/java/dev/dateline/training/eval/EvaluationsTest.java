package dev.dateline.training.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.training.data.PublicSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationsTest {

  private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

  @TempDir private Path data;

  @Test
  void whatIsAbsentIsNamedAndTheRestIsMeasured() throws IOException {
    archive(
        "bbc5/bbc5.tar.gz",
        "data_files/sport/001.txt",
        "Striker out for six weeks\n\nThe striker injured a knee in the cup match on Sunday and"
            + " will miss the next six league games, the coach of the football club said.\n");

    Measured measured =
        Evaluations.run(Evaluation.TOPICS, new EvaluationInput(data, data, null, null), NOBODY);

    assertThat(measured.figures()).containsOnlyKeys(Goal.TOPICS_BBC);
    assertThat(measured.figures().get(Goal.TOPICS_BBC)).isEqualTo(1.0);
    assertThat(measured.body())
        .contains("| BBC, never trained on | 1 | 100.0 |")
        .endsWith("Not measured, since absent: SIB-200, MasakhaNEWS, dpa.\n");
    assertThat(Evaluations.absent(Evaluation.TOPICS, data)).doesNotContain(PublicSet.BBC);
  }

  @Test
  void languageIsMeasuredBesideOpenNlp() throws IOException {
    archive(
        "bsnlp-slavner/bsnlp-slavner-dev.tar.gz",
        "dev/topic/raw/bg/one.txt",
        "1\nbg\n2026-11-29\nhttps://example.org/1\nСофия откри нов парк\n"
            + "Кметът на столицата откри в понеделник новия парк край реката.\n");

    Measured measured =
        Evaluations.run(Evaluation.LANGUAGE, new EvaluationInput(data, data, null, null), NOBODY);

    assertThat(measured.body()).contains("| SlavNER, articles | 1 | 100.0 | 100.0 | 100.0 |  |");
  }

  @Test
  void theDeepTaggerHasTheFiguresOfTheStagesThatItShares() throws IOException {
    archive(
        "bsnlp-slavner/bsnlp-slavner-dev.tar.gz",
        "dev/topic/raw/bg/one.txt",
        "1\nbg\n2026-11-29\nhttps://example.org/1\nСофия откри нов парк\n"
            + "Кметът на столицата откри в понеделник новия парк край реката.\n");
    DeepInput deep = new DeepInput(data, data, 1);

    Measured measured =
        Evaluations.run(Evaluation.LANGUAGE, new EvaluationInput(data, data, null, deep), NOBODY);

    assertThat(measured.heading()).isEqualTo("Language, deep");
    assertThat(measured.body()).contains("\"Language, fast\"").doesNotContain("|");
  }

  private void archive(String archive, String path, String content) throws IOException {
    new SetArchive(archive).add(path, content).write(data);
  }
}
