package dev.dateline.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where an embedded instance keeps its state. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".dateline",
      description = "Data folder of the embedded instance (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of(".dateline");

  Path folder() {
    return folder;
  }
}
