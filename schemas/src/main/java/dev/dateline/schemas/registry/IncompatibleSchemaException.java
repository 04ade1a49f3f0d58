package dev.dateline.schemas.registry;

/** The registry refuses a schema: readers of the subject could not read it, or it is no schema. */
public final class IncompatibleSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IncompatibleSchemaException(String message) {
    super(message);
  }
}
