package dev.dateline.app.command;

import picocli.CommandLine.Command;

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
final class DlqCommand extends CommandGroup {}
