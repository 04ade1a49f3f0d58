package dev.dateline.app.command;

import dev.dateline.app.instance.TakedownDesk;
import dev.dateline.app.output.ArticlePrinter;
import dev.dateline.app.output.OutputFormat;
import dev.dateline.app.output.TakedownJson;
import dev.dateline.app.output.TakedownLine;
import dev.dateline.app.output.Terminal;
import dev.dateline.app.takedown.Remain;
import dev.dateline.runtime.ExitCode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline takedown verify}: what is left of an article that was taken down. */
@Command(
    name = "verify",
    description = {
      "Look through topics, state and tables for what is left of an article that was taken down,"
          + " after the brokers have compacted what they can; say of each what becomes of it, and by"
          + " when.",
      "Prints nothing where nothing is left. Tables are looked at where sink.jdbc-url is set, or an"
          + " instance runs in the data folder."
    },
    footer = {"", "Example: dateline takedown verify 3kq7b2... --output ndjson | jq .goneBy"})
final class TakedownVerifyCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(paramLabel = "ID|URL", description = "Id of the article, or its address.")
  private String name = "";

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      converter = CountConverter.class,
      defaultValue = "60",
      description =
          "How long to wait for the compaction at most; 0 looks at what is there"
              + " (default: ${DEFAULT-VALUE}).")
  private int wait;

  @Override
  public Integer call() {
    ProcessSettings.logTo(common, "ERROR");
    TakedownDesk desk = TakedownDesk.open(ProcessSettings.load(common, Map.of()), data.folder());
    List<Remain> remains = desk.remains(name, Duration.ofSeconds(wait));
    PrintStream out = Terminal.standardOutput();
    if (output.format() == OutputFormat.TABLE) {
      remains.forEach(remain -> out.println(TakedownLine.of(remain)));
      out.flush();
    } else {
      try (ArticlePrinter printer = new ArticlePrinter(out, output.format())) {
        remains.forEach(remain -> printer.print(TakedownJson.of(remain)));
      }
    }
    Terminal.standardError()
        .println("dateline: " + TakedownLine.summary(remains, desk.hasTables()));
    return ExitCode.OK.code();
  }
}
