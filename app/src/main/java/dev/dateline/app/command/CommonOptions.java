package dev.dateline.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class CommonOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(names = "--debug", description = "Show stack traces and more of what happens.")
  private boolean debug;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read settings from this properties file.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override one setting; may be repeated. docs/operate.md lists them.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  boolean debug() {
    return debug;
  }

  /** The configuration file: of the flag, else of DATELINE_CONFIG. */
  Optional<Path> config() {
    return Optional.ofNullable(config)
        .or(() -> Optional.ofNullable(System.getenv("DATELINE_CONFIG")).map(Path::of));
  }

  Map<String, String> overrides() {
    return overrides;
  }
}
