package dev.dateline.testkit.faults;

/** The wire does not move on, though nothing is broken any longer. */
public final class StalledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StalledException(String message) {
    super(message);
  }
}
