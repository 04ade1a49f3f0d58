package dev.dateline.app.command;

import dev.dateline.app.instance.ReplayDesk;
import dev.dateline.app.output.Terminal;
import dev.dateline.app.service.KnowledgeSettings;
import dev.dateline.runtime.ExitCode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline replay}: tag articles anew, beside the live ones. */
@Command(
    name = "replay",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Tag the latest revisions of articles that were observed in a time anew, with the tagger and the"
          + " knowledge of this process, into a topic beside the live ones; print how they differ.",
      "'dateline replay promote VERSION' then publishes them as new revisions.",
      "Settings: enrich.tagger, enrich.model-dir, enrich.knowledge-dir, kafka.*."
    },
    subcommands = {ReplayShowCommand.class, ReplayPromoteCommand.class, ReplayDropCommand.class},
    footer = {
      "",
      "Examples:",
      "  dateline replay --from 2026-03-01 --to 2026-03-08 --into deep-1",
      "  dateline replay show deep-1 --output ndjson | jq 'select(.topicsGone != [])'",
      "  dateline replay promote deep-1"
    })
final class ReplayCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Articles observed at this time or later: ISO 8601. Required.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Articles observed before this time. Required.")
  private @Nullable Instant to;

  @Option(
      names = "--into",
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "Name of the new version. Required.")
  private @Nullable String version;

  @Override
  public Integer call() {
    if (from == null || to == null || version == null) {
      throw new ParameterException(
          spec.commandLine(), "Say what is tagged, and its name: --from T --to T --into VERSION");
    }
    if (!from.isBefore(to)) {
      throw new ParameterException(spec.commandLine(), "--from must be before --to");
    }
    ProcessSettings.logTo(common, "ERROR");
    Map<String, String> defaults =
        Map.of(
            KnowledgeSettings.DIRECTORY,
            KnowledgeSettings.inDataFolder(data.folder()).toString(),
            "enrich.model-dir",
            data.folder().resolve("models").toString());
    ReplayDesk desk =
        ReplayDesk.open(ProcessSettings.load(common, Map.of(), defaults), data.folder());
    PrintStream err = Terminal.standardError();
    ReplayPrinter.print(
        output.format(),
        each -> desk.run(from, to, version, line -> err.println("dateline: " + line), each));
    return ExitCode.OK.code();
  }
}
