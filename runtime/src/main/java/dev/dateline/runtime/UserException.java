package dev.dateline.runtime;

/**
 * A fault that the person at the command line can mend: the message says what is wrong, where, and
 * what to do next. It is shown without a stack trace.
 */
public class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public UserException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public UserException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The exit code of the process. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
