package dev.dateline.app.command;

import dev.dateline.runtime.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline replay drop}: a version is of no use any more. */
@Command(
    name = "drop",
    description = "Delete the topic of a version; what was promoted stays.",
    footer = {"", "Example: dateline replay drop deep-1"})
final class ReplayDropCommand implements Callable<Integer> {

  @Mixin private ReplayVersion version = new ReplayVersion();

  @Override
  public Integer call() {
    return version.with(
        (desk, name) -> {
          desk.drop(name);
          return ExitCode.OK.code();
        });
  }
}
