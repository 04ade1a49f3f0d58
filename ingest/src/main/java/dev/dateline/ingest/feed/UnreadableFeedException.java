package dev.dateline.ingest.feed;

/** The bytes are no feed. The message says what they are and what to do next. */
public final class UnreadableFeedException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFeedException(String message) {
    super(message);
  }
}
