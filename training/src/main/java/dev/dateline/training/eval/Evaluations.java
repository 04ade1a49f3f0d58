package dev.dateline.training.eval;

import dev.dateline.training.data.PublicSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the evaluations of the fast tagger and of the readers. */
public final class Evaluations {

  private Evaluations() {}

  /**
   * Measures on what the data folder holds, and says in the section what it lacks.
   *
   * @param progress where it tells how far it is
   * @throws java.io.UncheckedIOException where a set that is there cannot be read
   */
  public static Measured run(Evaluation evaluation, EvaluationInput input, PrintStream progress) {
    Measured measured =
        switch (evaluation) {
          case LANGUAGE -> LanguageEvaluation.run(input.data(), progress);
          case ENTITIES -> EntitiesEvaluation.fast(input.data(), input.examples(), progress);
          case LINKS -> LinksEvaluation.run(input.data(), input.sample(), progress);
          case TOPICS -> TopicsEvaluation.fast(input.data(), progress);
          case FEEDS -> FeedsEvaluation.run(input.data());
          case EXTRACT -> ExtractEvaluation.run(input.data());
          case DATES -> DatesEvaluation.run(input.data());
          case CHARSET -> CharsetEvaluation.run(input.data());
        };
    List<PublicSet> absent = absent(evaluation, input.data());
    if (absent.isEmpty()) {
      return measured;
    }
    String note =
        absent.stream()
            .map(PublicSet::label)
            .collect(Collectors.joining(", ", "\nNot measured, since absent: ", ".\n"));
    return new Measured(measured.heading(), measured.body() + note, measured.figures());
  }

  /** The sets of an evaluation that a data folder lacks. */
  public static List<PublicSet> absent(Evaluation evaluation, Path data) {
    return evaluation.sets().stream().filter(set -> !set.isIn(data)).toList();
  }
}
