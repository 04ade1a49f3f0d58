package dev.dateline.app;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong, where, and what to do next; shows stack traces only with {@code --debug}. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("dateline: " + exception.getMessage());
    if (exception instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        err.println("  Did you mean " + String.join(" or ", suggestions) + "?");
      }
    }
    err.println(
        "  See '" + command.getCommandSpec().qualifiedName() + " --help' for what it takes.");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    boolean debug = parseResult.hasMatchedOption("--debug");
    if (debug) {
      exception.printStackTrace(err);
    }
    if (exception instanceof UserException known) {
      err.println("dateline: " + known.getMessage());
      return known.exitCode().code();
    }
    err.println("dateline: unexpected " + exception);
    err.println(
        "  This is a fault of Dateline. Run it again with --debug and report what it says.");
    return ExitCode.INTERNAL.code();
  }
}
