package dev.dateline.schemas;

/** Why something could not be processed. Names are part of the wire format: add, never rename. */
public enum DeadLetterCode {
  /** The bytes are no article of any known format, or a damaged one. */
  UNREADABLE,
  /** Nothing to store: no text in it. */
  EMPTY,
  /** Larger than the limit; checked before it is sent. */
  TOO_LARGE,
  /** The record does not carry the wire format, or names a schema that no registry knows. */
  UNDECODABLE,
  /** A tagging stage threw. */
  STAGE_FAILED,
  /** The database refuses the row. */
  REFUSED
}
