package dev.dateline.app.command;

import dev.dateline.schemas.WatchedSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline source refetch}. */
@Command(
    name = "refetch",
    description = {
      "Read all items of sources again, pages included, whatever is remembered of them.",
      "Articles that did not change give no new revision."
    },
    footer = {"", "Example: dateline source refetch example.org-1a2b3c4d"})
final class SourceRefetchCommand implements Callable<Integer> {

  @Mixin private NamedSources named = new NamedSources();

  @Override
  public Integer call() {
    return named.with(
        (desk, ids) ->
            desk.change(
                ids,
                source ->
                    WatchedSource.newBuilder(source).setRefetch(source.getRefetch() + 1).build()));
  }
}
