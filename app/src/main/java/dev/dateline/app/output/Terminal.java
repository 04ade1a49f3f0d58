package dev.dateline.app.output;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal that a command runs in, where there is one. */
public final class Terminal {

  private static final int DEFAULT_COLUMNS = 140;

  private Terminal() {}

  /** Width to lay tables out for, as the launcher found it; wide where there is no terminal. */
  public static int columns() {
    return Integer.getInteger("dateline.columns", DEFAULT_COLUMNS);
  }

  /** Whether a person watches; the launcher knows whether standard error is a terminal. */
  public static boolean isInteractive() {
    return Boolean.getBoolean("dateline.terminal");
  }

  /** Standard output in UTF-8, whatever the locale says: it carries data. */
  public static PrintStream standardOutput() {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        false,
        StandardCharsets.UTF_8);
  }

  /** Standard error in UTF-8. */
  public static PrintStream standardError() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }
}
