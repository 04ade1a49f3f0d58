package dev.dateline.app.output;

import java.io.PrintStream;
import java.util.Locale;

/** A counter that a person watches on standard error; silent where that is no terminal. */
public final class Progress implements AutoCloseable {

  private static final long INTERVAL_NANOS = 200_000_000L;

  private final String verb;
  private final PrintStream err = Terminal.standardError();
  private final boolean shown = Terminal.isInteractive();
  private final long start = System.nanoTime();
  private long last = start;
  private long count;

  private Progress(String verb) {
    this.verb = verb;
  }

  /**
   * @param verb what is done to each article, as a participle
   */
  public static Progress of(String verb) {
    return new Progress(verb);
  }

  /** One more. */
  public void step() {
    count++;
    long now = System.nanoTime();
    if (shown && now - last > INTERVAL_NANOS) {
      last = now;
      err.print("\r" + line(now));
    }
  }

  private String line(long now) {
    double seconds = (now - start) / 1e9;
    return String.format(
        Locale.ROOT, "%s %,d articles, %.0f a second ", verb, count, count / seconds);
  }

  @Override
  public void close() {
    if (shown && count > 0) {
      err.println("\r" + line(System.nanoTime()));
    }
  }
}
