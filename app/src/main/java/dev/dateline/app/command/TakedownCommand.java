package dev.dateline.app.command;

import dev.dateline.app.instance.TakedownDesk;
import dev.dateline.runtime.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline takedown}: an article that is to be forgotten. */
@Command(
    name = "takedown",
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Take an article down: consumers get a tombstone for each of its revisions, its rows are"
          + " deleted, and neither its id nor its address is taken in again, from whatever source.",
      "The same again changes nothing. 'dateline takedown verify' says what is left, and until"
          + " when: topics that expire keep bytes until they do."
    },
    subcommands = {TakedownVerifyCommand.class, TakedownLiftCommand.class},
    footer = {
      "",
      "Examples:",
      "  dateline takedown https://example.org/news/1 --reason 'Court order 12/2026'",
      "  dateline takedown verify https://example.org/news/1",
      "  dateline takedown lift https://example.org/news/1 --reason 'Order 12/2026 was revoked'"
    })
final class TakedownCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private TakedownReason reason = new TakedownReason();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|URL",
      arity = "0..1",
      description = "Id of the article, as tail and search print it, or its address.")
  private @Nullable String name;

  @Override
  public Integer call() {
    if (name == null || name.isBlank()) {
      throw new ParameterException(spec.commandLine(), "Say which article: ID or URL");
    }
    String why = reason.text();
    ProcessSettings.logTo(common, "ERROR");
    TakedownDesk desk = TakedownDesk.open(ProcessSettings.load(common, Map.of()), data.folder());
    TakedownPrinter.print(output.format(), desk.takeDown(name, why));
    return ExitCode.OK.code();
  }
}
