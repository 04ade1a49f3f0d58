package dev.dateline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline knowledge}: what the taggers know of the world. */
@Command(
    name = "knowledge",
    synopsisSubcommandLabel = "COMMAND",
    description = "Look into, complete and correct what the taggers know of the world.",
    subcommands = {
      KnowledgeImportCommand.class,
      KnowledgeListCommand.class,
      KnowledgeShowCommand.class,
      KnowledgeAddCommand.class,
      KnowledgeCorrectCommand.class,
      KnowledgeRemoveCommand.class,
      KnowledgeRestoreCommand.class,
    })
final class KnowledgeCommand implements Callable<Integer> {

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
