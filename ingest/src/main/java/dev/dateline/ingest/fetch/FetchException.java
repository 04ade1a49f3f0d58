package dev.dateline.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a fetch with a {@link FetchResult.Failed}; inside of this package only. */
final class FetchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FetchFailure reason;
  private final int status;
  private final @Nullable Duration retryAfter;

  FetchException(FetchFailure reason, String message) {
    this(reason, 0, message, null);
  }

  FetchException(FetchFailure reason, int status, String message, @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.reason = reason;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  FetchFailure reason() {
    return reason;
  }

  FetchResult.Failed toResult() {
    return new FetchResult.Failed(reason, status, String.valueOf(getMessage()), retryAfter);
  }
}
