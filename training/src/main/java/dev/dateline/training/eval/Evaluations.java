package dev.dateline.training.eval;

import dev.dateline.training.data.PublicSet;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the evaluations of the taggers and of the readers. */
public final class Evaluations {

  private Evaluations() {}

  /**
   * Measures on what the data folder holds, and says in the section what it lacks.
   *
   * @param progress where it tells how far it is
   * @throws java.io.UncheckedIOException where a set that is there cannot be read
   * @throws dev.dateline.runtime.UserException where the deep tagger is measured and its encoder is
   *     missing
   */
  public static Measured run(Evaluation evaluation, EvaluationInput input, PrintStream progress) {
    Measured measured =
        switch (evaluation) {
          case LANGUAGE, LINKS -> sharedStage(evaluation, input, progress);
          case ENTITIES -> entities(input, progress);
          case TOPICS -> topics(input, progress);
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

  /** One stage serves both taggers, and no encoder has a part in it. */
  private static Measured sharedStage(
      Evaluation evaluation, EvaluationInput input, PrintStream progress) {
    Measured fast =
        evaluation == Evaluation.LANGUAGE
            ? LanguageEvaluation.run(input.data(), progress)
            : LinksEvaluation.run(input.data(), input.sample(), progress);
    if (input.deep() == null) {
      return fast;
    }
    String note =
        "The deep tagger has this stage of the fast one, so that its figures are those of \""
            + fast.heading()
            + "\".\n";
    String heading = fast.heading().replace(TaggerTier.FAST.toString(), input.tagger().toString());
    return new Measured(heading, note, fast.figures());
  }

  private static Measured entities(EvaluationInput input, PrintStream progress) {
    return input.deep() == null
        ? EntitiesEvaluation.fast(input.data(), input.examples(), progress)
        : EntitiesEvaluation.deep(input.data(), input.examples(), input.deep(), progress);
  }

  private static Measured topics(EvaluationInput input, PrintStream progress) {
    return input.deep() == null
        ? TopicsEvaluation.fast(input.data(), input.examples(), progress)
        : TopicsEvaluation.deep(input.data(), input.examples(), input.deep(), progress);
  }

  /** The sets of an evaluation that a data folder lacks. */
  public static List<PublicSet> absent(Evaluation evaluation, Path data) {
    return evaluation.sets().stream().filter(set -> !set.isIn(data)).toList();
  }
}
