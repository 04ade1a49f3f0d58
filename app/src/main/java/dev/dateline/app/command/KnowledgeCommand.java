package dev.dateline.app.command;

import picocli.CommandLine.Command;

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
final class KnowledgeCommand extends CommandGroup {}
