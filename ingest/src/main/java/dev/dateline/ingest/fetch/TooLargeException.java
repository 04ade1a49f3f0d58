package dev.dateline.ingest.fetch;

import java.io.IOException;

/** A body goes on beyond the limit. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;
}
