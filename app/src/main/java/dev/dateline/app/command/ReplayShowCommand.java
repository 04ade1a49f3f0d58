package dev.dateline.app.command;

import dev.dateline.runtime.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline replay show}: how a version differs from what is live. */
@Command(
    name = "show",
    description = "Compare a version with what is live now: topics and entities added and gone.",
    footer = {"", "Example: dateline replay show deep-1"})
final class ReplayShowCommand implements Callable<Integer> {

  @Mixin private ReplayVersion version = new ReplayVersion();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    return version.with(
        (desk, name) -> {
          ReplayPrinter.print(output.format(), each -> desk.compare(name, each));
          return ExitCode.OK.code();
        });
  }
}
