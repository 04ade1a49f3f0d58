package dev.dateline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline dlq}: what could not be processed. */
@Command(
    name = "dlq",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Look at dead letters, and send what failed again.",
      "Dead letters live in the topic news.deadletter.v1 for 30 days: what could not be processed,"
          + " where, why, and its bytes."
    },
    subcommands = {DlqListCommand.class, DlqShowCommand.class, DlqRedriveCommand.class})
final class DlqCommand implements Callable<Integer> {

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
