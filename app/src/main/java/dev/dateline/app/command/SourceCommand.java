package dev.dateline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline source}: what is watched on the web. */
@Command(
    name = "source",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Say what is watched on the web: feeds, sitemaps and pages.",
      "Sources live in the topic news.source.v1; every running 'dateline run' or 'dateline ingest'"
          + " takes its share of them at once."
    },
    subcommands = {
      SourceAddCommand.class,
      SourceListCommand.class,
      SourceShowCommand.class,
      SourcePauseCommand.class,
      SourceResumeCommand.class,
      SourceRefetchCommand.class,
      SourceRemoveCommand.class,
      SourceImportCommand.class,
    })
final class SourceCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
