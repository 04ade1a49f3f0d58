package dev.dateline.ingest.poll;

import dev.dateline.ingest.fetch.FetchFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What failures say of a source. */
final class Trouble {

  /** From this weight of failures in a row on, a source that was not well for long is dead. */
  private static final double DEADLY = 10;

  private static final Duration LONG = Duration.ofDays(3);

  private Trouble() {}

  /** How much a failure counts: what is said to be gone for good counts most. */
  static double weight(FetchFailure failure) {
    return switch (failure) {
      case RATE_LIMITED -> 0.5;
      case DNS, NOT_FOUND, UNAUTHORIZED, ROBOTS, CLIENT_ERROR -> 2;
      case GONE, REFUSED_ADDRESS, BAD_URL -> DEADLY;
      case CONNECT, TLS, TIMEOUT, TOO_LARGE, PROTOCOL, TOO_MANY_REDIRECTS, SERVER_ERROR -> 1;
    };
  }

  /** Whether the failure says something of the server and not of one document. */
  static boolean isOfServer(FetchFailure failure) {
    return switch (failure) {
      case RATE_LIMITED, CONNECT, TLS, TIMEOUT, DNS, SERVER_ERROR -> true;
      default -> false;
    };
  }

  /** Whether a source is given up, to be asked seldom. */
  static boolean isDead(double failures, boolean forGood, @Nullable Instant well, Instant now) {
    return forGood || failures >= DEADLY && (well == null || well.plus(LONG).isBefore(now));
  }
}
