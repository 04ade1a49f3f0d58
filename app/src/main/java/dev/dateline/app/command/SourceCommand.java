package dev.dateline.app.command;

import picocli.CommandLine.Command;

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
final class SourceCommand extends CommandGroup {}
