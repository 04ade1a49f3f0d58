package dev.dateline.app.command;

import dev.dateline.app.output.Terminal;
import dev.dateline.runtime.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline replay promote}: a version becomes live. */
@Command(
    name = "promote",
    description = {
      "Publish a version: each of its articles becomes a new revision with the new tags, in topics"
          + " and tables, once enrich has come to it.",
      "An article that changed since it was tagged, or was deleted, stays as it is. The same again,"
          + " also after a kill, makes no second revision."
    },
    footer = {"", "Example: dateline replay promote deep-1"})
final class ReplayPromoteCommand implements Callable<Integer> {

  @Mixin private ReplayVersion version = new ReplayVersion();

  @Override
  public Integer call() {
    return version.with(
        (desk, name) -> {
          Terminal.standardError()
              .printf("dateline: handed %d articles of %s to enrich%n", desk.promote(name), name);
          return ExitCode.OK.code();
        });
  }
}
