package dev.dateline.app;

import dev.dateline.runtime.ExitCode;
import dev.dateline.runtime.UserException;
import dev.dateline.runtime.settings.Nearest;
import dev.dateline.sink.StoreUnavailableException;
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
    if (List.of(arguments).contains("--debug")) {
      exception.printStackTrace(err);
    }
    err.println("dateline: " + message(exception));
    if (exception instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = suggestions(unmatched);
      if (!suggestions.isEmpty()) {
        err.println("  Did you mean " + String.join(" or ", suggestions) + "?");
      }
    }
    err.println(
        "  See '" + command.getCommandSpec().qualifiedName() + " --help' for what it takes.");
    return ExitCode.USAGE.code();
  }

  private static String message(ParameterException exception) {
    return exception instanceof UnmatchedArgumentException unmatched && isCommand(unmatched)
        ? "There is no command '" + unmatched.getUnmatched().get(0) + "'"
        : UnknownWord.in(exception).orElseGet(() -> String.valueOf(exception.getMessage()));
  }

  private static List<String> suggestions(UnmatchedArgumentException unmatched) {
    return isCommand(unmatched)
        ? Nearest.to(
                unmatched.getUnmatched().get(0),
                unmatched.getCommandLine().getSubcommands().keySet())
            .stream()
            .toList()
        : unmatched.getSuggestions();
  }

  /** Whether what nobody knows stands where a command is expected. */
  private static boolean isCommand(UnmatchedArgumentException unmatched) {
    return !unmatched.isUnknownOption() && !unmatched.getCommandLine().getSubcommands().isEmpty();
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    if (command.getParseResult().hasMatchedOption("--debug")) {
      exception.printStackTrace(err);
    }
    if (exception instanceof UserException known) {
      err.println("dateline: " + known.getMessage());
      return known.exitCode().code();
    }
    if (exception instanceof StoreUnavailableException away) {
      err.println(
          "dateline: The database does not answer: "
              + away.getMessage()
              + ". Does it run? Check sink.jdbc-url, sink.user and the password.");
      return ExitCode.UNAVAILABLE.code();
    }
    err.println("dateline: unexpected " + exception);
    err.println(
        "  This is a fault of Dateline. Run it again with --debug and report what it says.");
    return ExitCode.INTERNAL.code();
  }
}
