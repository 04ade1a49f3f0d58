package dev.dateline.app.command;

import dev.dateline.schemas.WatchedSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline source resume}. */
@Command(
    name = "resume",
    description = {"Ask paused sources again.", "They are asked at once where their time is over."},
    footer = {"", "Example: dateline source resume example.org-1a2b3c4d"})
final class SourceResumeCommand implements Callable<Integer> {

  @Mixin private NamedSources named = new NamedSources();

  @Override
  public Integer call() {
    return named.with(
        (desk, ids) ->
            desk.change(ids, source -> WatchedSource.newBuilder(source).setPaused(false).build()));
  }
}
