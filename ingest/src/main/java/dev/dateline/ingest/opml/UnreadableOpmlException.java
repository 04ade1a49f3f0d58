package dev.dateline.ingest.opml;

/** The bytes are no OPML. The message says what they are and what to do next. */
public final class UnreadableOpmlException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableOpmlException(String message) {
    super(message);
  }
}
