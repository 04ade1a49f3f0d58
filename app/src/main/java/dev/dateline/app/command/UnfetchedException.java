package dev.dateline.app.command;

import java.io.IOException;

/** An address could not be fetched; the message is whole: what, where, what next. */
final class UnfetchedException extends IOException {

  private static final long serialVersionUID = 1L;

  UnfetchedException(String message) {
    super(message);
  }
}
