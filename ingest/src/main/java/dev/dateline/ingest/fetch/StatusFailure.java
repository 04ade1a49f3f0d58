package dev.dateline.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a status that brings no document means. */
final class StatusFailure {

  private StatusFailure() {}

  static FetchException of(WebAddress address, int status, @Nullable Duration retryAfter) {
    FetchFailure reason = reason(status, retryAfter);
    return new FetchException(
        reason, status, address + " answered " + status + ". " + next(reason), retryAfter);
  }

  private static FetchFailure reason(int status, @Nullable Duration retryAfter) {
    return switch (status) {
      case 401, 402, 403, 451 -> FetchFailure.UNAUTHORIZED;
      case 404 -> FetchFailure.NOT_FOUND;
      case 410 -> FetchFailure.GONE;
      case 429 -> FetchFailure.RATE_LIMITED;
      case 503 -> retryAfter == null ? FetchFailure.SERVER_ERROR : FetchFailure.RATE_LIMITED;
      default ->
          status >= 400 && status < 500
              ? FetchFailure.CLIENT_ERROR
              : status >= 500 && status < 600 ? FetchFailure.SERVER_ERROR : FetchFailure.PROTOCOL;
    };
  }

  private static String next(FetchFailure reason) {
    return switch (reason) {
      case UNAUTHORIZED -> "Ask its owner for access.";
      case NOT_FOUND, CLIENT_ERROR -> "Check the address.";
      case GONE -> "It is gone for good: remove it.";
      case RATE_LIMITED -> "It asks for fewer requests: try it later.";
      default -> "Try it later.";
    };
  }
}
