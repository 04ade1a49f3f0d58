package dev.dateline.embedded.process;

/** A child does not serve; the message holds the last lines of its log. */
public final class ChildFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ChildFailedException(String message) {
    super(message);
  }
}
