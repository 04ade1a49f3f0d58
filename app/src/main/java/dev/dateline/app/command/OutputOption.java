package dev.dateline.app.command;

import dev.dateline.app.output.OutputFormat;
import picocli.CommandLine.Option;

/** How a command prints what it found. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TABLE;

  OutputFormat format() {
    return format;
  }
}
