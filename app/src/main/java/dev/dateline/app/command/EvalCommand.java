package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.enrich.stage.DeepTagger;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.training.data.PublicSet;
import dev.dateline.training.eval.DeepInput;
import dev.dateline.training.eval.Evaluation;
import dev.dateline.training.eval.EvaluationInput;
import dev.dateline.training.eval.Evaluations;
import dev.dateline.training.eval.Measured;
import dev.dateline.training.eval.QualityPage;
import dev.dateline.training.eval.TaggerTier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code dateline eval}: measures tags and readers on public sets and writes the page of figures.
 */
@Command(
    name = "eval",
    description = {
      "Measure the tags and the readers on public sets, beside baselines, and write the figures to a"
          + " page.",
      "The sets are not part of Dateline; what is absent is named with the place to get it from."
    },
    footer = {"", "Example: dateline eval topics --data ../shared/data"})
final class EvalCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Evaluation evaluation = Evaluation.LANGUAGE;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "../shared/data",
      description = "Folder of the public sets (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("../shared/data");

  @Option(
      names = "--tagger",
      paramLabel = "TAGGER",
      defaultValue = "fast",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TaggerTier tagger = TaggerTier.FAST;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      defaultValue = "docs/quality.md",
      description = "Page whose sections to write (default: ${DEFAULT-VALUE}).")
  private Path page = Path.of("docs/quality.md");

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      defaultValue = "training/examples",
      description = "Examples written here, for entities and topics (default: ${DEFAULT-VALUE}).")
  private Path examples = Path.of("training/examples");

  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = ".dateline/models",
      description =
          "Folder of the model of the deep tagger, models/ of the data folder that 'model fetch' put it"
              + " in (default: ${DEFAULT-VALUE}).")
  private Path models = Path.of(".dateline/models");

  @Option(
      names = "--states",
      paramLabel = "DIR",
      defaultValue = "training/target/states",
      description =
          "Keep here what the encoder makes of the texts, some 2 GB, for entities with the deep tagger"
              + " (default: ${DEFAULT-VALUE}).")
  private Path states = Path.of("training/target/states");

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Most texts of a set and language, spread over it, for topics with the deep tagger (default:"
              + " ${DEFAULT-VALUE}).")
  private int limit = 500;

  @Option(
      names = "--sample",
      paramLabel = "FILE",
      description = "Write the linked cities that a person is to check, for links.")
  private @Nullable Path sample;

  @Override
  public Integer call() throws IOException {
    ProcessSettings.logTo(common, "ERROR");
    DeepInput deep = deepInput();
    requireFolder();
    requireExamples();
    requireSets();
    PrintStream err = Terminal.standardError();
    EvaluationInput input = new EvaluationInput(data, examples, sample, deep);
    Measured measured = Evaluations.run(evaluation, input, err);
    PrintStream out = Terminal.standardOutput();
    out.print("## " + measured.heading() + "\n\n" + measured.body());
    out.flush();
    QualityPage.update(page, tagger, measured);
    err.println("dateline: wrote the section '" + measured.heading() + "' of " + page);
    return ExitCode.OK.code();
  }

  private @Nullable DeepInput deepInput() {
    if (tagger == TaggerTier.FAST) {
      return null;
    }
    if (limit < 1) {
      throw new UserException(ExitCode.USAGE, "--limit is " + limit + "; it must be 1 or more.");
    }
    if (!DeepTagger.isIn(models)) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "There is no model of the deep tagger in "
              + models
              + ". Get it with 'dateline model fetch', name models/ of its data folder with --models, or"
              + " measure the fast tagger: --tagger fast.");
    }
    return new DeepInput(models, states, limit);
  }

  private void requireFolder() {
    Path folder = page.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserException(
          ExitCode.INPUT,
          "There is no folder for "
              + page
              + ". Run this from the root of the repository, or name another page with --page.");
    }
  }

  private void requireExamples() {
    if (evaluation == Evaluation.ENTITIES && !Files.isDirectory(examples.resolve("names"))) {
      throw new UserException(
          ExitCode.INPUT,
          "There is no folder "
              + examples
              + " with examples. Run this from the root of the repository, or name it with --examples.");
    }
  }

  /** What can be measured without the absent sets is measured, and they are named. */
  private void requireSets() {
    List<PublicSet> absent = Evaluations.absent(evaluation, data);
    if (absent.isEmpty()) {
      return;
    }
    String places =
        absent.stream().map(set -> "\n  " + set.whereToGet()).collect(Collectors.joining());
    if (evaluation.needsAllSets() || absent.size() == evaluation.sets().size()) {
      throw new UserException(
          ExitCode.INPUT,
          "'eval "
              + evaluation
              + "' needs public sets that are not in "
              + data
              + ". Name the folder of the sets with --data, or put there:"
              + places);
    }
    Terminal.standardError().println("dateline: these sets are absent from " + data + ":" + places);
  }
}
