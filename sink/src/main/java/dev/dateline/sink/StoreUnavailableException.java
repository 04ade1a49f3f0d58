package dev.dateline.sink;

/**
 * The store cannot answer now: it is down, overloaded or locked. The same call may succeed later.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
