package dev.dateline.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dateline.app.deadletter.KnownWords;
import dev.dateline.app.deadletter.Outcome;
import dev.dateline.app.deadletter.Outcome.Fate;
import dev.dateline.app.deadletter.Selection;
import dev.dateline.app.instance.DeadLetterDesk;
import dev.dateline.app.output.DeadLetterJson;
import dev.dateline.app.output.DeadLetterLine;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline dlq redrive}: send what failed again. */
@Command(
    name = "redrive",
    description = {
      "Try what failed again, each letter exactly once, also where this is killed and run again:"
          + " observations go to news.article.v1, rows that the database refused into the database"
          + " (of sink.jdbc-url, or of the instance in the data folder).",
      "Mend the cause first. A letter that cannot be redriven is left, and the line says what to do"
          + " instead."
    },
    footer = {
      "",
      "Examples:",
      "  dateline dlq redrive --all --dry-run",
      "  dateline dlq redrive --stage enrich.tag --rate 50",
      "  dateline dlq redrive news.article.v1-3@1742"
    })
final class DlqRedriveCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "KEY|ID",
      arity = "0..*",
      description = "Keys of letters, or ids of articles.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--stage", paramLabel = "STAGE", description = "Letters of this stage.")
  private @Nullable String stage;

  @Option(names = "--code", paramLabel = "CODE", description = "Letters with this code.")
  private @Nullable String code;

  @Option(names = "--all", description = "All letters.")
  private boolean all;

  @Option(names = "--dry-run", description = "Say what would be done, and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--rate",
      paramLabel = "N",
      converter = CountConverter.class,
      defaultValue = "500",
      description = "Letters a second at most (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--cap",
      paramLabel = "N",
      converter = CountConverter.class,
      defaultValue = "3",
      description =
          "Leave what was redriven so often already and failed again (default: ${DEFAULT-VALUE}).")
  private int cap;

  @Override
  public Integer call() {
    Selection selection = selection();
    ProcessSettings.logTo(common, "ERROR");
    DeadLetterDesk desk =
        DeadLetterDesk.open(ProcessSettings.load(common, Map.of()), data.folder());
    PrintStream out = Terminal.standardOutput();
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Consumer<Outcome> each =
        outcome -> {
          counts.merge(outcome.fate(), 1, Integer::sum);
          switch (output.format()) {
            case TABLE -> out.println(DeadLetterLine.of(outcome));
            case NDJSON -> out.println(DeadLetterJson.of(outcome));
            case JSON -> array.add(DeadLetterJson.of(outcome));
          }
          out.flush(); // what is done is to be seen also where this is killed
        };
    try {
      if (dryRun) {
        desk.rehearse(selection, cap, each);
      } else {
        desk.redrive(selection, cap, rate, each);
      }
      if (counts.isEmpty()) {
        KnownWords.require(selection);
      }
    } finally {
      if (output.format() == OutputFormat.JSON) {
        out.println(array.toPrettyString());
        out.flush();
      }
      summarise(counts);
    }
    return ExitCode.OK.code();
  }

  private Selection selection() {
    boolean chosen = !names.isEmpty() || stage != null || code != null;
    if (all == chosen) {
      throw new ParameterException(
          spec.commandLine(), "Say which letters: keys, --stage, --code, or else --all");
    }
    if (rate == 0) {
      throw new ParameterException(spec.commandLine(), "--rate must be 1 or more");
    }
    return new Selection(names, Optional.ofNullable(stage), Optional.ofNullable(code));
  }

  private void summarise(Map<Fate, Integer> counts) {
    Terminal.standardError()
        .printf(
            "dateline: %s %d, left %d%n",
            dryRun ? "would redrive" : "redriven",
            counts.getOrDefault(dryRun ? Fate.READY : Fate.REDRIVEN, 0),
            counts.getOrDefault(Fate.LEFT, 0));
  }
}
