package dev.dateline.app;

import dev.dateline.app.command.DatelineCommand;
import picocli.CommandLine;

/** Entry point of every process of Dateline. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command line and returns its exit code, as {@code dateline --help} documents them. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    ErrorReporter reporter = new ErrorReporter();
    return new CommandLine(new DatelineCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(reporter)
        .setExecutionExceptionHandler(reporter)
        .setUsageHelpAutoWidth(true);
  }
}
