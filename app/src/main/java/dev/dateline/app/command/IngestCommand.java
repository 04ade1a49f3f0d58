package dev.dateline.app.command;

import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestService;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline ingest}: read and publish. */
@Command(
    name = "ingest",
    description = {
      "Read articles and publish them to news.article.v1.",
      "Settings: ingest.*, kafka.*, http.*."
    })
final class IngestCommand implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--once", description = "End after one pass instead of watching.")
  private boolean once;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "Folder or file with articles; ingest.path where it is not given.")
  private @Nullable Path path;

  @Override
  public Integer call() {
    Map<String, String> flags = new HashMap<>();
    if (path != null) {
      if (!Files.exists(path)) {
        throw new UserException(
            ExitCode.INPUT, "There is no file or folder " + path + ". Check the path.");
      }
      flags.put("ingest.path", path.toString());
    }
    if (once) {
      flags.put("ingest.watch", "false");
    }
    return ServiceRun.untilStopped(
        common,
        flags,
        (settings, clients, metrics) ->
            ServiceRun.Parts.of(
                new IngestService(
                    clients,
                    clients.registry(),
                    IngestSettings.from(settings),
                    metrics,
                    IngestListener.NONE)));
  }
}
