package dev.dateline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline}: the table of contents of the command line. */
@Command(
    name = "dateline",
    synopsisSubcommandLabel = "COMMAND",
    description = "News, as it is published, as a clean, tagged and replayable stream.",
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      TailCommand.class,
      GetCommand.class,
      SearchCommand.class,
      TagCommand.class,
      FeedCommand.class,
      ExtractCommand.class,
      InspectCommand.class,
      SourceCommand.class,
      DlqCommand.class,
      TakedownCommand.class,
      LedgerCommand.class,
      ReplayCommand.class,
      IngestCommand.class,
      EnrichCommand.class,
      SinkCommand.class,
      ConsoleCommand.class,
      BrokerCommand.class,
      KnowledgeCommand.class,
      EvalCommand.class,
      ModelCommand.class,
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:a fault of Dateline itself",
      "2:the command line or the configuration is wrong",
      "3:an input cannot be read: missing, empty, binary, broken",
      "4:something needed is missing or taken: a port, a service, Java",
      "5:the data folder is of another version, or in use",
      "6:what was asked for does not exist",
      "130:interrupted (143 where SIGTERM ended it)",
    },
    footer = {
      "",
      "Try it:  dateline run --once samples/",
      "Every command has --help. Standard output carries data, standard error everything else."
    })
public final class DatelineCommand implements Callable<Integer> {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
