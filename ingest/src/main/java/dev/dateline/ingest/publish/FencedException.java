package dev.dateline.ingest.publish;

/** Another process sends under this transactional id: this one must send no more. */
public final class FencedException extends Exception {

  private static final long serialVersionUID = 1L;

  FencedException(String transactionalId, Throwable cause) {
    super(
        "Another process ingests the same source (transactional id "
            + transactionalId
            + ") and has taken over. Stop one of the two.",
        cause);
  }
}
