package dev.dateline.ingest.poll;

/** What a source answered is no document of its kind. The message is for a person. */
final class UnreadableDocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String message) {
    super(message);
  }

  UnreadableDocumentException(Exception cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
