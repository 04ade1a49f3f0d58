package dev.dateline.app.output;

import java.io.PrintStream;

/**
 * Says on standard error what a command does. Lines that only tell how far it is take one another's
 * place on a terminal, and come now and then where there is none.
 */
public final class StatusLine implements AutoCloseable {

  private static final long SHOWN_NANOS = 200_000_000L;
  private static final long LOGGED_NANOS = 10_000_000_000L;

  private final PrintStream err = Terminal.standardError();
  private final boolean interactive = Terminal.isInteractive();
  private long last = System.nanoTime();
  private int open;

  /** A line that stays. */
  public void say(String line) {
    finish();
    err.println("dateline: " + line);
  }

  /** A line whose place the next one takes. */
  public void update(String line) {
    long now = System.nanoTime();
    if (now - last < (interactive ? SHOWN_NANOS : LOGGED_NANOS)) {
      return;
    }
    last = now;
    String whole = "dateline:   " + line;
    if (interactive) {
      err.print("\r" + whole + " ".repeat(Math.max(0, open - whole.length())));
      open = whole.length();
    } else {
      err.println(whole);
    }
  }

  private void finish() {
    if (open > 0) {
      err.println();
      open = 0;
    }
  }

  @Override
  public void close() {
    finish();
  }
}
