package dev.dateline.app.command;

import dev.dateline.schemas.WatchedSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline source pause}. */
@Command(
    name = "pause",
    description = {
      "Ask sources no more until they are resumed.",
      "What is remembered of them stays."
    },
    footer = {"", "Example: dateline source pause example.org-1a2b3c4d"})
final class SourcePauseCommand implements Callable<Integer> {

  @Mixin private NamedSources named = new NamedSources();

  @Override
  public Integer call() {
    return named.with(
        (desk, ids) ->
            desk.change(ids, source -> WatchedSource.newBuilder(source).setPaused(true).build()));
  }
}
