package dev.dateline.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to ingest, and for how long; shared by the commands that ingest. */
final class SourceOptions {

  @Option(names = "--once", description = "End after one pass instead of watching.")
  private boolean once;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "Folder or file with articles; ingest.path where it is not given.")
  private @Nullable Path path;

  boolean once() {
    return once;
  }

  /** The settings that these give. */
  Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>();
    if (path != null) {
      flags.put("ingest.path", path.toString());
    }
    if (once) {
      flags.put("ingest.watch", "false");
    }
    return flags;
  }
}
