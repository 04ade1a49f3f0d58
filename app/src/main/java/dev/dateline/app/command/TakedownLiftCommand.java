package dev.dateline.app.command;

import dev.dateline.app.instance.TakedownDesk;
import dev.dateline.runtime.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline takedown lift}: an article may come back. */
@Command(
    name = "lift",
    description = {
      "Take a takedown back: the article, and its address, may be taken in again, as a new"
          + " revision. What was forgotten stays so until a source shows it again.",
      "Both reasons, of the takedown and of the lift, stay in news.takedown.v1."
    },
    footer = {
      "",
      "Example:",
      "  dateline takedown lift https://example.org/news/1 --reason 'Order 12/2026 was revoked'"
    })
final class TakedownLiftCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();
  @Mixin private TakedownReason reason = new TakedownReason();

  @Parameters(paramLabel = "ID|URL", description = "Id of the article, or its address.")
  private String name = "";

  @Override
  public Integer call() {
    String why = reason.text();
    ProcessSettings.logTo(common, "ERROR");
    TakedownDesk desk = TakedownDesk.open(ProcessSettings.load(common, Map.of()), data.folder());
    TakedownPrinter.print(output.format(), desk.lift(name, why));
    return ExitCode.OK.code();
  }
}
