package dev.dateline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline source remove}. */
@Command(
    name = "remove",
    description = {
      "Watch sources no more and forget what is remembered of them.",
      "Articles that were published stay."
    },
    footer = {"", "Example: dateline source remove example.org-1a2b3c4d"})
final class SourceRemoveCommand implements Callable<Integer> {

  @Mixin private NamedSources named = new NamedSources();

  @Override
  public Integer call() {
    return named.with((desk, ids) -> desk.remove(ids));
  }
}
