package dev.dateline.runtime;

/** Exit codes of the command line, as the documentation lists them. */
public enum ExitCode {
  /** All went well. */
  OK(0),
  /** A fault of Dateline itself; run again with --debug and report it. */
  INTERNAL(1),
  /** The command line or the configuration is wrong. */
  USAGE(2),
  /** An input cannot be read: missing, empty, binary, broken. */
  INPUT(3),
  /** Something needed is not there or is taken: a port, a service, a running instance. */
  UNAVAILABLE(4),
  /** The data folder belongs to another version, or is locked by a running instance. */
  DATA_FOLDER(5),
  /** What was asked for does not exist: no such article. */
  NOT_FOUND(6),
  /** Interrupted by Ctrl-C. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
